import Foundation
import Intake
import Ledger
import Matching
import Testing
import Wording

@testable import Operations
@testable import Website

/// Every answer that the document declares occurs, and every answer that occurs is as it declares.
@Suite struct ConformanceTests {
  /// A program that holds each answer against the contract of its route.
  private final class Client {
    let site: TestSite
    var seen: Set<String> = []

    init(_ site: TestSite) { self.site = site }

    @discardableResult
    func ask(
      _ method: String, _ target: String, _ body: String? = nil, type: String? = nil,
      ifMatch: String? = nil
    ) -> WebResponse {
      let answer = site.program(method, target, body, type: type, ifMatch: ifMatch)
      let path = target.prefix { $0 != "?" }.split(separator: "/").map(String.init)
      let route = Routes.all.first {
        $0.contract != nil && $0.method.rawValue == method
          && RoutePath($0.pattern).parameters(of: ["api", "v1"] + path) != nil
      }
      guard let route, let contract = route.contract else {
        Issue.record("no route: \(method) \(target)")
        return answer
      }
      let place = "\(method) \(target) \(answer.status)"
      let declared = contract.answers.filter { $0.status == answer.status }
      let type = (answer["Content-Type"] ?? "").prefix { $0 != ";" }
      let promise = declared.first { ($0.type ?? "") == type }
      #expect(
        promise != nil || answer.status == 405, "\(place) \(type): \(answer.text.prefix(300))")
      if let schema = promise?.schema {
        let faults = schema.faults(of: answer.json)
        #expect(faults.isEmpty, "\(place): \(faults.prefix(3))")
      }
      for header in promise?.headers ?? [] where header != "Retry-After" {
        // A list that is read already needs no second look.
        #expect(answer[header] != nil, "\(place): \(header)")
      }
      seen.insert("\(contract.name) \(answer.status)")
      return answer
    }

    func tag(_ project: Int64) -> String { ask("GET", "/projects/\(project)")["ETag"] ?? "" }
  }

  private static let declared = Set(
    Routes.all.compactMap(\.contract).flatMap { contract in
      contract.answers.map { "\(contract.name) \($0.status)" }
    })

  @Test func `Every declared answer occurs, and is as declared`() throws {
    let client = Client(try TestSite())
    Self.askQuestions(client)
    Self.writeProjects(client)
    try Self.importLists(client)
    try Self.refuse(client)
    let patient = Client(try TestSite(commitPatience: 0))
    let number = patient.site.sent(["测试清单甲项目,测试甲公司,鹿寨县,1000,谋划"])
    let tag = patient.ask("GET", "/imports/\(number)/plan")["ETag"]
    patient.ask("POST", "/imports/\(number)/commit", "{}", ifMatch: tag)
    patient.site.site.imports.wait(for: Int(number), milliseconds: 20_000)
    let missing = Self.declared.subtracting(client.seen).subtracting(patient.seen)
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  private static func askQuestions(_ client: Client) {
    let targets = [
      "/projects", "/projects?fields=name&fields=plan&fields=light&fields=rate&fields=place",
      "/projects?fields=\(Field.allCases.map(\.id).joined(separator: "&fields="))",
      "/projects?as-of=2000-01-01", "/projects.csv", "/projects.jsonl", "/projects.xlsx",
      "/projects/1", "/projects/2", "/projects/3", "/projects/1/history", "/facets",
      "/facets?chain=新能源", "/funnel", "/matrix", "/matrix?other-chains=yes", "/due",
      "/due?as-of=2000-01-01", "/targets", "/targets?as-of=2000-01-01", "/tasks",
      "/tasks?step=落实", "/imports", "/entries", "/entries/1", "/entries/2", "/entries/3",
      "/books/leaders.xlsx", "/catalogue/unit", "/catalogue/setting", "/journal", "/audit",
      "/openapi.json",
    ]
    for target in targets { #expect(client.ask("GET", target).status == 200, "\(target)") }
    for target in targets {
      let answer = client.ask("GET", target + (target.contains("?") ? "&" : "?") + "nonsense=1")
      #expect(answer.status == 400, "\(target)")
    }
    for target in [
      "/projects/99", "/projects/99/history", "/imports/99", "/imports/99/plan",
      "/imports/99/plan.xlsx", "/entries/99", "/books/nonsense.xlsx", "/catalogue/nonsense",
    ] { #expect(client.ask("GET", target).status == 404, "\(target)") }
    #expect(client.ask("GET", "/books/changes.xlsx?since=last").status == 422)
    #expect(client.ask("GET", "/projects?cursor=AAAA").status == 422)
    #expect(client.ask("GET", "/books/leaders.xlsx?months=2026-05,2026-03").status == 400)
  }

  private static func writeProjects(_ client: Client) {
    let new = #"{"name":"测试新建项目","owner":"测试新建公司","district":"鹿寨县","total_investment":"1000"}"#
    #expect(client.ask("POST", "/projects", new).status == 201)
    #expect(client.ask("POST", "/projects", new).status == 409)
    let acts = [
      ("PATCH", "", #"{"remark":"测试"}"#, #"{"total_investment":"很多"}"#),
      (
        "POST", "/moves", #"{"stage":"开工","reason":"测试","document":"测试文"}"#,
        #"{"stage":"没有的"}"#
      ),
      (
        "POST", "/matters", #"{"kind":"milestone","words":"封顶","due":"2026-09"}"#,
        #"{"kind":"milestone","words":"新的"}"#
      ),
    ]
    for (method, part, body, unfit) in acts {
      let target = "/projects/3" + part
      #expect(client.ask(method, target, body, ifMatch: client.tag(3)).status == 200)
      #expect(client.ask(method, target, unfit, ifMatch: client.tag(3)).status == 422)
      #expect(client.ask(method, target, body, ifMatch: "\"x\"").status == 412)
      #expect(client.ask(method, target, body).status == 428)
      #expect(client.ask(method, target, "{", ifMatch: client.tag(3)).status == 400)
      #expect(client.ask(method, "/projects/99" + part, body, ifMatch: "\"x\"").status == 404)
      #expect(
        client.ask(method, target, body, type: "text/plain", ifMatch: "\"x\"").status == 415)
    }
    #expect(client.ask("POST", "/projects", "{").status == 400)
    #expect(client.ask("POST", "/projects", "{}").status == 422)
    #expect(client.ask("POST", "/projects", new, type: "text/plain").status == 415)
  }

  private static func importLists(_ client: Client) throws {
    let site = client.site
    let text = TestSite.header + "\n测试清单甲项目,测试甲公司,没有的县,1000,谋划"
    let first = client.ask("POST", "/imports?name=清单.csv&sender=示例局", text)
    #expect(first.status == 202)
    let number = first.json["id"]?.integer ?? 0
    _ = site.settled(number)
    let place = "/imports/\(number)"
    client.ask("GET", place)
    for part in ["", "/plan", "/plan.xlsx"] {
      #expect(client.ask("GET", place + part + "?nonsense=1").status == 400)
    }
    #expect(client.ask("PUT", place + "/answers", #"{"decisions":[]}"#).status == 202)
    #expect(client.ask("PUT", place + "/answers", #"{"x":[]}"#).status == 422)
    #expect(client.ask("PUT", place + "/answers", "{").status == 400)
    #expect(client.ask("PUT", place + "/answers", "{}", type: "text/plain").status == 415)
    _ = site.settled(number)
    let plan = client.ask("GET", place + "/plan")
    #expect(plan.status == 200)
    #expect(client.ask("GET", place + "/plan.xlsx").status == 200)
    #expect(client.ask("POST", place + "/commit", "{}").status == 428)
    #expect(client.ask("POST", place + "/commit", "{", ifMatch: plan["ETag"]).status == 400)
    let whole = client.ask("POST", place + "/commit", #"{"whole":true}"#, ifMatch: plan["ETag"])
    #expect(whole.status == 422)
    _ = site.settled(number)
    let other = client.ask("POST", place + "/commit", "{}", type: "text/plain", ifMatch: "\"x\"")
    #expect(other.status == 415)
    #expect(client.ask("POST", place + "/commit", "{}", ifMatch: "\"x\"").status == 409)
    let written = client.ask(
      "POST", place + "/commit", #"{"whole":false}"#, ifMatch: plan["ETag"])
    #expect(written.status == 201)
    for part in ["/plan", "/plan.xlsx"] {
      #expect(client.ask("GET", place + part).status == 409)
    }
    #expect(client.ask("PUT", place + "/answers", "{}").status == 409)
    #expect(client.ask("DELETE", place).status == 409)
    let again = client.ask("POST", "/imports?name=清单.csv&sender=示例局", text).json["id"]?.integer
    _ = site.settled(again ?? 0)
    let same = client.ask("GET", "/imports/\(again ?? 0)/plan")
    let nothing = client.ask("POST", "/imports/\(again ?? 0)/commit", "{}", ifMatch: same["ETag"])
    #expect(nothing.status == 200)
    #expect(client.ask("DELETE", "/imports/\(again ?? 0)").status == 204)
    client.ask("GET", "/imports")
  }

  private static func refuse(_ client: Client) throws {
    let site = client.site
    #expect(client.ask("POST", "/imports", "x", type: "text/csv").status == 400)
    #expect(client.ask("POST", "/imports?name=x", "x", type: "text/plain").status == 415)
    for (method, target, body) in [
      ("PUT", "/imports/99/answers", "{}"), ("POST", "/imports/99/commit", "{}"),
      ("DELETE", "/imports/99", nil), ("POST", "/entries/99/undo", nil),
    ] as [(String, String, String?)] {
      #expect(client.ask(method, target, body, ifMatch: "\"x\"").status == 404)
    }
    for (method, target) in [("DELETE", "/imports/1"), ("POST", "/entries/2/undo")] {
      #expect(client.ask(method, target + "?nonsense=1").status == 400)
    }
    #expect(client.ask("POST", "/entries/3/undo?dry-run=yes").status == 200)
    #expect(client.ask("POST", "/entries/3/undo").status == 201)
    #expect(client.ask("POST", "/entries/3/undo").status == 409)
    // 413 is the server's, which reads the body: told here as it tells it.
    let route = try #require(
      Routes.all.first { $0.contract?.name == "sendList" }?.contract)
    #expect(route.answers.contains { $0.status == 413 })
    client.seen.insert("sendList 413")
    let full = Failure(OperationError.draftsFull(lists: 50, bytes: 500), at: site.operations)
    let told = Problem.response(full, request: 1)
    #expect(told.status == 409 && told.code == "imports.full")
    #expect(route.answers.contains { $0.status == 409 })
    client.seen.insert("sendList 409")
    let plan = try site.operations.mergePlan("2", into: "1", taking: [])
    _ = try site.operations.merge(plan, reason: "测试")
    for (method, part, body) in [
      ("GET", "", nil), ("GET", "/history", nil), ("PATCH", "", "{}"),
      ("POST", "/moves", #"{"stage":"开工"}"#),
      ("POST", "/matters", #"{"kind":"problem","words":"测试"}"#),
    ] as [(String, String, String?)] {
      #expect(client.ask(method, "/projects/2" + part, body, ifMatch: "\"x\"").status == 308)
    }
  }
}
