import Dispatch
import Foundation
import Intake
import Ledger
import Matching
import Testing

@testable import Operations
@testable import Website

/// Lists through the interface: sent, read, asked about, planned, written.
@Suite struct ImportsAPITests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private static let list = ["测试清单甲项目,测试甲公司,鹿寨县,1000,谋划", "测试清单乙项目,测试乙公司,柳城县,2000,谋划"]

  @Test func `A list goes its way from its bytes to its entry`() throws {
    let text = ([TestSite.header] + Self.list).joined(separator: "\n")
    let received = site.program("POST", "/imports?name=清单.csv&sender=示例局&year=2026", text)
    #expect(received.status == 202)
    #expect(received["Retry-After"] == "1")
    let number = try #require(received.json["id"]?.integer)
    #expect(received["Location"] == "/api/v1/imports/\(number)")
    let read = site.settled(number)
    #expect(read["state"]?.string == "planned")
    #expect(read["rows"]?["new"]?.integer == 2)

    let plan = site.program("GET", "/imports/\(number)/plan?outcome=new&limit=1")
    #expect(plan.json["rows"]?.items.count == 1)
    #expect(plan["ETag"] == "\"\(plan.json["plan"]?.string ?? "")\"")
    let next = plan.json["next"]?.string ?? ""
    let rest = site.program("GET", "/imports/\(number)/plan?outcome=new&limit=1&cursor=\(next)")
    #expect(rest.json["next"]?.text == "null")
    #expect(rest.json["rows"]?.items.first?["name"]?.string == "测试清单乙项目")

    #expect(site.program("POST", "/imports/\(number)/commit", "{}").code == "revision.required")
    let written = site.program(
      "POST", "/imports/\(number)/commit", #"{"reason":"测试"}"#, ifMatch: plan["ETag"])
    #expect(written.status == 201)
    let entry = try #require(written.json["entry"]?.integer)
    #expect(written["Location"] == "/api/v1/entries/\(entry)")
    let receipt = site.program("GET", "/entries/\(entry)").json
    #expect(receipt["receipt"]?["counts"]?["created"]?.integer == 2)
    #expect(receipt["reason"]?.string == "测试")
    #expect(site.program("GET", "/imports/\(number)").json["state"]?.string == "written")
    for (method, part) in [("GET", "/plan"), ("POST", "/commit"), ("DELETE", "")] {
      let body = method == "POST" ? "{}" : nil
      let answer = site.program(method, "/imports/\(number)" + part, body, ifMatch: "\"x\"")
      #expect(answer.code == "import.closed")
    }
  }

  @Test func `A plan that moved is told with its rows, and is written once it was read again`()
    throws
  {
    let known = site.program("GET", "/projects/2").json
    let telling = ["name", "owner", "district"].map { known[$0]?.string ?? "" }
    let number = site.sent([
      telling.joined(separator: ",") + ",1000," + (known["stage"]?.string ?? ""), Self.list[1],
    ])
    let plan = site.plan(number)
    _ = try site.operations.edit(
      "2", [Assignment(field: "total_investment", text: "77777")], reason: nil)
    let stale = site.program("POST", "/imports/\(number)/commit", "{}", ifMatch: plan["ETag"])
    #expect(stale.status == 409)
    #expect(stale.code == "plan.stale")
    let rows = stale.json["rows"]?.items ?? []
    #expect(rows.count == 1)
    #expect(rows.first?["project"]?.integer == 2)
    let other = site.program("POST", "/imports/\(number)/commit", "{}", ifMatch: "\"other\"")
    #expect(other.code == "plan.stale")
    let again = site.plan(number)
    #expect(again["ETag"] != plan["ETag"])
    let written = site.program("POST", "/imports/\(number)/commit", "{}", ifMatch: again["ETag"])
    #expect(written.status == 201)
  }

  @Test func `A ledger that moved elsewhere does not keep a plan from being written`() throws {
    let number = site.sent(Self.list)
    let plan = site.plan(number)
    _ = try site.operations.edit("1", [Assignment(field: "remark", text: "测试")], reason: nil)
    let written = site.program("POST", "/imports/\(number)/commit", "{}", ifMatch: plan["ETag"])
    #expect(written.status == 201)
  }

  @Test func `A plan can be read while others write and another list is planned`() throws {
    let (number, other) = (site.sent(Self.list), site.sent([Self.list[0]]))
    let first = site.program("GET", "/imports/\(number)/plan")
    // The other list keeps the only thread for imports until the gate opens.
    let gate = DispatchSemaphore(value: 0)
    let slow = LedgerOperations(path: site.operations.path, actor: "测试员") {
      gate.wait()
      gate.signal()
      return Date()
    }
    try site.site.imports.plan(Int(other), at: slow)
    _ = try site.operations.edit("1", [Assignment(field: "总投资", text: "77亿元")], reason: "测试")
    let meanwhile = site.program("GET", "/imports/\(number)/plan")
    #expect(site.site.imports.load.running + site.site.imports.load.waiting == 2)
    #expect(meanwhile.status == 200)
    #expect(meanwhile["ETag"] == first["ETag"])
    gate.signal()
    let written = site.program(
      "POST", "/imports/\(number)/commit", "{}", ifMatch: meanwhile["ETag"])
    #expect(written.status == 201, "\(written.json)")
  }

  @Test func `Answers are the document of a file of decisions`() {
    let number = site.sent(["测试清单甲项目,测试甲公司,没有的县,1000,谋划"])
    let asked = site.program("GET", "/imports/\(number)").json
    #expect(asked["state"]?.string == "asking")
    #expect((asked["open_words"]?.integer ?? 0) > 0)
    let unfit = site.program(
      "PUT", "/imports/\(number)/answers", #"{"decisions":[{"kind":"nonsense","value":"x"}]}"#)
    #expect(unfit.code == "answers.unfit")
    let answered = site.program(
      "PUT", "/imports/\(number)/answers",
      #"{"decisions":[{"kind":"area","value":"没有的县","canonical":"鹿寨县"}]}"#)
    #expect(answered.status == 202)
    #expect(site.settled(number)["state"]?.string == "planned")
    let rows = site.program("GET", "/imports/\(number)/plan").json["rows"]?.items ?? []
    #expect(rows.first?["fields"]?["district"]?.string == "鹿寨县")
    _ = site.program(
      "PUT", "/imports/\(number)/answers",
      #"{"decisions":[{"kind":"area","value":"没有的县","canonical":"也没有的"}]}"#)
    let failed = site.settled(number)
    #expect(failed["state"]?.string == "failed")
    #expect(failed["problem"]?["code"]?.string == "answers.unfit")
    let plan = site.plan(number)
    #expect(plan.status == 409)
    #expect(plan.code == "answers.unfit")
  }

  @Test func `All or nothing is kept, and blanks that clear make another plan`() {
    let number = site.sent(["测试清单甲项目,测试甲公司,没有的县,1000,谋划", ",无名公司,鹿寨县,1,谋划"])
    let plan = site.plan(number)
    let whole = site.program(
      "POST", "/imports/\(number)/commit", #"{"whole":true}"#, ifMatch: plan["ETag"])
    #expect(whole.status == 422)
    _ = site.settled(number)
    let cleared = site.program(
      "POST", "/imports/\(number)/commit", #"{"clear":["业主单位"]}"#, ifMatch: plan["ETag"])
    #expect(cleared.code == "plan.stale")
    #expect(site.settled(number)["clear"]?.text == #"["业主单位"]"#)
  }

  @Test func `A list that is none fails and says why; what was discarded is gone`() {
    let answer = site.program("POST", "/imports?name=x.csv", "没有清单")
    let number = answer.json["id"]?.integer ?? 0
    let failed = site.settled(number)
    #expect(failed["state"]?.string == "failed")
    #expect(failed["problem"]?["detail"]?.string?.isEmpty == false)
    #expect(site.program("GET", "/imports/\(number)/plan").status == 409)
    #expect(site.program("DELETE", "/imports/\(number)").status == 204)
    for (method, part) in [("GET", ""), ("DELETE", ""), ("GET", "/plan")] {
      #expect(site.program(method, "/imports/\(number)" + part).status == 404)
    }
    let listed = site.program("GET", "/imports").json["imports"]?.items.first
    #expect(listed?["state"]?.string == "discarded")
  }

  @Test func `A name is needed before the body is read, and it is never a path`() {
    #expect(site.program("POST", "/imports?sender=x", "a").code == "filter.unknown")
    let answer = site.program("POST", "/imports?name=../../etc/passwd", "a").json
    #expect(answer["file"]?.string?.contains("/") == false)
  }
}
