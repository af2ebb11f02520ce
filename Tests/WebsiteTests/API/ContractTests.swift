import Foundation
import Ledger
import Matching
import Testing

@testable import Operations
@testable import Website

/// What the interface promises is what it does: one table makes the router, its document, and what is refused.
@Suite struct ContractTests {
  private static let routes = Routes.all.filter { $0.contract != nil }

  /// The table of the interface, as it was laid down.
  private static let table: Set<String> = [
    "GET /projects", "GET /projects.csv", "GET /projects.jsonl", "GET /projects.xlsx",
    "POST /projects", "GET /projects/{id}", "PATCH /projects/{id}", "GET /projects/{id}/history",
    "POST /projects/{id}/moves", "POST /projects/{id}/matters", "GET /facets", "GET /funnel",
    "GET /matrix", "GET /due", "GET /targets", "GET /tasks", "POST /imports", "GET /imports",
    "GET /imports/{id}", "PUT /imports/{id}/answers", "GET /imports/{id}/plan",
    "GET /imports/{id}/plan.xlsx", "POST /imports/{id}/commit", "DELETE /imports/{id}",
    "GET /entries", "GET /entries/{n}", "POST /entries/{n}/undo", "GET /books/{book}.xlsx",
    "GET /catalogue/{kind}", "GET /journal", "GET /audit", "GET /openapi.json",
  ]

  private static func place(_ route: Route) -> String {
    "\(route.method.rawValue) \(route.pattern.dropFirst("/api/v1".count))"
  }

  @Test func `The interface has the routes of its table and no others`() {
    #expect(Set(Self.routes.map(Self.place)) == Self.table)
    #expect(Self.routes.count == Self.table.count)
    let names = Self.routes.compactMap(\.contract?.name)
    #expect(Set(names).count == names.count)
    for route in Self.routes where route.pattern != "/api/v1/openapi.json" {
      #expect(route.right != nil, "\(route.pattern)")
    }
  }

  @Test func `Every parameter of a path is declared, and writes to a project ask for its tag`() {
    for route in Self.routes {
      let declared = route.contract?.parameters ?? []
      let named = route.pattern.matches(of: /\{(\w+)\}/).map { String($0.1) }
      #expect(declared.filter { $0.place == .path }.map(\.name) == named, "\(route.pattern)")
      let needsTag =
        [.patch, .post].contains(route.method) && route.pattern.contains("/projects/{id}")
        || route.pattern.hasSuffix("/commit")
      #expect(declared.contains { $0.place == .header && $0.isRequired } == needsTag)
    }
  }

  @Test func `The document names only what it holds`() throws {
    let site = try TestSite()
    let document = site.program("GET", "/openapi.json").json
    #expect(document["openapi"]?.string == "3.1.0")
    let text = String(decoding: document.bytes(.stamps), as: UTF8.self)
    for reference in text.matches(of: /"#\/components\/(\w+)\/([^"]+)"/) {
      let part = document["components"]?[String(reference.1)]
      #expect(part?[String(reference.2)] != nil, "\(reference.output.0)")
    }
    #expect(document["paths"]?.members.count == Set(Self.routes.map(\.pattern)).count)
  }

  @Test func `A link leads to an operation by parameters that it has, and from what is there`()
    throws
  {
    let operations = Dictionary(
      Self.routes.compactMap(\.contract).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var links = 0
    for contract in operations.values {
      for answer in contract.answers {
        for link in answer.links {
          links += 1
          let target = try #require(operations[link.operation])
          let declared = target.parameters.map { "\($0.place.rawValue).\($0.name)" }
          for (name, expression) in link.parameters {
            #expect(declared.contains(name), "\(link.operation) \(name)")
            if let header = expression.wholeMatch(of: /\$response\.header\.(.+)/) {
              #expect(answer.headers.contains(String(header.1)))
            } else if let own = expression.wholeMatch(of: /\$request\.path\.(.+)/) {
              #expect(contract.parameters.contains { $0.place == .path && $0.name == own.1 })
            }
          }
        }
      }
    }
    #expect(links == 10)
    // What a link takes from a body stands there.
    let site = try TestSite()
    let number = site.sent(["测试清单丁项目,测试丁公司,鹿寨县,1000,谋划"])
    #expect(site.program("GET", "/imports/\(number)").json["id"]?.integer == number)
  }

  @Test(arguments: FilterParameters.all.map(\.name))
  func `Every value that the document offers for a condition is taken`(name: String) throws {
    let catalogue = try Self.catalogue.get()
    let parameter = try #require(FilterParameters.all.first { $0.name == name })
    let schema = parameter.schema.json(catalogue)
    for value in (schema["enum"]?.items ?? []).compactMap(\.string) {
      #expect(throws: Never.self, "\(name)=\(value)") {
        _ = try ProjectFilter(options: [name: [value]], catalogue: catalogue)
      }
    }
  }

  private static let catalogue = Result { try Catalogue.shipped() }

  @Test func `The example of every money, month and span is what its pattern takes`() throws {
    let catalogue = try Catalogue.shipped()
    let samples = [
      "min-investment": ["1000", "1.5亿元", "0"],
      "as-of": ["2026-03-01", "2028-02-29", "2000-02-29", "2026-12-31"], "month": ["2026-03"],
      "year": ["2026"], "starts": ["2026", "2026-03"], "start-planned": ["2026-Q3", "2026-H1"],
      "rate-below": ["50%", "0.5", "0.25"], "reached-before": ["2026-03"],
    ]
    for (name, values) in samples {
      let parameter = try #require(FilterParameters.all.first { $0.name == name })
      for value in values {
        #expect(parameter.schema.faults(of: .string(value)).isEmpty, "\(name)=\(value)")
        #expect(throws: Never.self) {
          _ = try ProjectFilter(options: [name: [value]], catalogue: catalogue)
        }
      }
      #expect(!parameter.schema.faults(of: .string("x")).isEmpty)
    }
  }

  @Test func `A day that there is not is none`() {
    for day in ["2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "1899-01-01"]
    {
      #expect(!FilterParameters.day.faults(of: .string(day)).isEmpty, "\(day)")
    }
  }

  @Test func `Two months are of one year, the earlier first`() throws {
    let months = ["01", "02", "09", "10", "12"]
    for (first, last) in months.flatMap({ first in months.map { (first, $0) } }) {
      for year in ["2026", "2025"] {
        let text = "2026-\(first),\(year)-\(last)"
        let isTaken = FilterParameters.months.faults(of: .string(text)).isEmpty
        #expect(isTaken == (try? ExportOptions.months(text)).map { _ in true } ?? false, "\(text)")
      }
    }
  }

  @Test func `The parts of a series are periods as they are written`() throws {
    let schema = try #require(Schemas.named["ProjectPatch"])
    func faults(_ part: String) -> [Schema.Fault] {
      ["done", "monthly_progress"].flatMap { field in
        schema.faults(of: .object([(field, .object([(part, .string("1"))]))]))
      }
    }
    for part in ["2026", "2026-03", "2026-01..03", "2026-09..12", "1999-12"] {
      #expect(faults(part).isEmpty && Period(part)?.text == part, "\(part)")
    }
    for part in ["", "y", "2026-3", "2026-13", "2026-03..01", "2026-01..13", "2026-01..", "2226"] {
      #expect(faults(part).count == 2, "\(part)")
    }
    #expect(faults("y").first?.place == "/done/y")
  }

  // MARK: What is refused before anybody acts

  @Test func `Another method is told which there are`() throws {
    let site = try TestSite(isEmpty: true)
    for pattern in Set(Self.routes.map(\.pattern)) { Self.askOtherwise(site, pattern) }
  }

  private static func askOtherwise(_ site: TestSite, _ pattern: String) {
    let target = pattern.replacing("{id}", with: "1").replacing("{n}", with: "1")
      .replacing("{book}", with: "raw").replacing("{kind}", with: "unit").dropFirst(7)
    let allowed = Set(
      routes.filter { $0.pattern == pattern }.map(\.method.rawValue))
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"]
    where !allowed.contains(method) {
      let answer = site.program(method, String(target))
      #expect(answer.status == 405)
      #expect(answer.code == "method.unsupported")
      let told = Set((answer["Allow"] ?? "").split(separator: ", ").map(String.init))
      #expect(told == (allowed.contains("GET") ? allowed.union(["HEAD"]) : allowed))
    }
  }

  @Test func `A parameter that is none is named, and nothing is answered without it`() throws {
    let site = try TestSite()
    for route in Self.routes where route.method == .get { Self.askNonsense(site, route.pattern) }
  }

  private static func askNonsense(_ site: TestSite, _ pattern: String) {
    let target = pattern.dropFirst(7).replacing("{id}", with: "1").replacing("{n}", with: "1")
      .replacing("{book}", with: "raw").replacing("{kind}", with: "unit")
    let answer = site.program("GET", target + "?nonsense=1")
    #expect(answer.status == 400)
    #expect(answer["Content-Type"] == Problem.type)
    #expect(answer.code == "filter.unknown")
    #expect(answer.json["errors"]?.items.first?["at"]?.string == "nonsense")
  }

  @Test func `A value that is none is refused`() throws {
    let site = try TestSite()
    let values = [
      ("limit=0", 400), ("limit=1001", 400), ("limit=x", 400), ("limit=1&limit=2", 400),
      ("limit=", 400), ("cursor=x", 422), ("nature=%20%E3%80%80", 400), ("sort=x", 400),
      ("chain=没有的链", 400),
      ("as-of=2026-02-30", 400), ("as-of=2026-02", 400), ("fields=x", 400), ("facet=x", 400),
      ("min-investment=x", 400), ("limit=1000", 200), ("chain=/etc/passwd", 400),
    ]
    for (query, status) in values {
      #expect(site.program("GET", "/projects?" + query).status == status, "\(query)")
    }
  }

  @Test func `A form is taken nowhere`() throws {
    let site = try TestSite()
    let before = try site.operations.standing().revision
    let writes = [
      ("POST", "/projects"), ("PATCH", "/projects/1"), ("POST", "/projects/1/moves"),
      ("POST", "/projects/1/matters"), ("PUT", "/imports/1/answers"), ("POST", "/imports/1/commit"),
      ("POST", "/entries/2/undo"), ("POST", "/imports?name=x.csv"), ("DELETE", "/imports/1"),
    ]
    for (method, target) in writes {
      for type in ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] {
        let answer = site.program(method, target, "a=b", type: type, ifMatch: "\"x\"")
        #expect(answer.status == 415, "\(method) \(target) \(type)")
        #expect(answer.code == "type.unsupported")
      }
    }
    #expect(try site.operations.standing().revision == before)
  }

  @Test func `Pages elsewhere write nothing through the interface`() throws {
    let site = try TestSite()
    let sources = [
      (WebRequest.Source(host: "127.0.0.1:8080", origin: "http://evil.example"), 403),
      (WebRequest.Source(host: "127.0.0.1:8080", origin: "null"), 403),
      (WebRequest.Source(host: "127.0.0.1:8080", fetchSite: "cross-site"), 403),
      (WebRequest.Source(host: "127.0.0.1:8080", fetchSite: "same-site"), 403),
      (WebRequest.Source(host: "127.0.0.1:8080", fetchSite: "none"), 403),
      (WebRequest.Source(host: "evil.example"), 421),
      (WebRequest.Source(host: "127.0.0.1:8080"), 201),
      (WebRequest.Source(host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080"), 201),
      (WebRequest.Source(host: "127.0.0.1:8080", fetchSite: "same-origin"), 201),
    ]
    for (place, (source, status)) in sources.enumerated() {
      let answer = site.program(
        "POST", "/projects", #"{"name":"测试新建的项目\#(place)"}"#, source: source)
      #expect(answer.status == status, "\(source)")
      if status == 421 { #expect(answer.code == "host.foreign") }
      if status == 403 { #expect(answer.code == "page.foreign") }
      for (name, value) in [
        ("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", SecurityHeaders.policy),
      ] { #expect(answer[name] == value) }
      for method in ["PUT", "PATCH", "DELETE"] where status == 403 {
        #expect(site.program(method, "/projects/1", "{}", source: source).status == 403)
      }
    }
  }

  @Test func `A document that is none, or not as promised, is refused`() throws {
    let site = try TestSite()
    let bodies = [
      ("{", 400), ("", 400), (#"{"a":1,"a":2}"#, 400), ("[]", 422), ("{}", 422),
      (#"{"name":""}"#, 422), (#"{"name":5}"#, 422), (#"{"name":"x","id":1}"#, 422),
      (#"{"name":"x","total_investment":"很多"}"#, 422), (#"{"name":"x","plan":{"y":"1"}}"#, 422),
      (#"{"name":"x","milestones":{}}"#, 422), (#"{"name":"测试新建","is_industrial":"是"}"#, 422),
    ]
    for (body, status) in bodies {
      let answer = site.program("POST", "/projects", body)
      #expect(answer.status == status, "\(body)")
      #expect(answer["Content-Type"] == Problem.type)
    }
  }

  @Test func `Every code has a page`() throws {
    let site = try TestSite()
    for code in ProblemCode.allCases.map(\.rawValue) + FindingCode.allCases.map(\.rawValue) {
      let page = site.get("/problems/\(code)")
      #expect(page.status == 200)
      #expect(page.text.contains(code))
    }
    #expect(site.get("/problems/nonsense").status == 404)
    let help = site.get("/help/api").text
    for route in Self.routes { #expect(help.contains(route.pattern)) }
  }
}
