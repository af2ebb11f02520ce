import Foundation
import Intake
import Ledger
import Matching
import Testing

@testable import Operations
@testable import Website

/// Projects through the interface.
@Suite struct ProjectsAPITests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func tag(_ project: Int64) -> String {
    site.program("GET", "/projects/\(project)")["ETag"] ?? ""
  }

  // MARK: Lists

  @Test func `A list is what the command line answers, with moments by RFC 3339`() throws {
    let answer = site.program("GET", "/projects?limit=1000")
    var expected = AnswerJSON.list(
      try site.operations.list(QuestionOptions(filter: [:], limit: 1000)))
    expected = .object(expected.members + [("next", .null)])
    #expect(answer.text == expected.text)
    #expect(answer["Content-Type"] == "application/json")
  }

  @Test func `Only the fields and facets that are asked for are answered`() {
    let json = site.program("GET", "/projects?fields=name,total_investment&facet=chain&limit=2")
    #expect(json.status == 400, "values are given one by one")
    let list = site.program(
      "GET", "/projects?fields=name&fields=total_investment&facet=chain&limit=2"
    ).json
    #expect(list["projects"]?.items.first?.members.map(\.0) == ["id", "name", "total_investment"])
    #expect(list["facets"]?.members.map(\.0) == ["chain"])
  }

  @Test(
    arguments: [
      "", "-investment", "chain,-investment", "unit,name", "rate", "stage,-id", "start",
    ])
  func `Pages neither repeat nor drop what stayed while others came and went`(
    sort: String
  ) throws {
    let (site, limit) = (site, 3)
    func page(_ cursor: String?) -> (ids: [Int64], next: String?) {
      let query =
        "limit=\(limit)" + (sort.isEmpty ? "" : "&sort=\(sort)")
        + (cursor.map { "&cursor=\($0)" } ?? "")
      let json = site.program("GET", "/projects?" + query).json
      return (
        (json["projects"]?.items ?? []).compactMap { $0["id"]?.integer }, json["next"]?.string
      )
    }
    let all = (site.program("GET", "/projects?limit=1000").json["projects"]?.items ?? [])
      .compactMap { $0["id"]?.integer }
    var seen: [Int64] = []
    var (page1, next) = page(nil)
    seen += page1
    var turn = 0
    while let cursor = next {
      // One comes, and one that was seen goes elsewhere in most orders.
      if turn < 3 {
        _ = try site.operations.add([Assignment(field: "name", text: "测试插队项目\(turn)")], reason: nil)
        _ = try site.operations.edit(
          String(page1.first ?? 1), [Assignment(field: "remark", text: "测试\(turn)")],
          reason: nil)
      }
      turn += 1
      (page1, next) = page(cursor)
      seen += page1
      #expect(turn < 60)
      if turn >= 60 { break }
    }
    let old = seen.filter(all.contains)
    #expect(old.count == Set(old).count)
    #expect(Set(old) == Set(all))
  }

  @Test func `A cursor of another order is refused`() {
    let next = site.program("GET", "/projects?limit=2&sort=name").json["next"]?.string ?? ""
    #expect(site.program("GET", "/projects?limit=2&sort=name&cursor=\(next)").status == 200)
    let other = site.program("GET", "/projects?limit=2&sort=code&cursor=\(next)")
    #expect(other.code == "cursor.malformed")
    #expect(site.program("GET", "/projects?cursor=AAAA").code == "cursor.malformed")
  }

  @Test func `The ending or what a program takes says the type`() {
    let kinds =
      [
        ("/projects.csv", nil, "text/csv; charset=utf-8"),
        ("/projects", "text/csv", "text/csv; charset=utf-8"),
        ("/projects.jsonl", nil, "application/jsonl"),
        ("/projects", "application/jsonl", "application/jsonl"),
        ("/projects", "application/json, text/csv", "application/json"),
        ("/projects", "text/csv;q=0.2, */*", "application/json"),
        ("/projects", "*/*", "application/json"), ("/projects", "image/png", "application/json"),
        ("/projects.xlsx", nil, BookDownload.type),
        ("/projects", BookDownload.type, BookDownload.type),
      ] as [(String, String?, String)]
    for (target, accept, type) in kinds {
      let answer = site.program("GET", target, accept: accept)
      #expect(answer.status == 200)
      #expect(answer["Content-Type"] == type, "\(target) \(accept ?? "")")
      #expect(!answer.content.isEmpty)
    }
  }

  @Test func `Lines are the projects of the list, whatever is asked of them`() {
    for query in [
      "", "?chain=新能源", "?sort=-investment", "?fields=name&fields=light", "?month=2026-03",
    ] {
      let listed = site.program(
        "GET", "/projects" + (query.isEmpty ? "?" : query + "&") + "limit=1000")
      let lines = String(
        decoding: site.program("GET", "/projects.jsonl" + query).content, as: UTF8.self)
      let expected = (listed.json["projects"]?.items ?? []).map(\.text)
      #expect(lines.split(separator: "\n").map(String.init) == expected, "\(query)")
    }
  }

  // MARK: One project

  @Test func `A project is as shown, under a strong tag that changes with it`() throws {
    let answer = site.program("GET", "/projects/1")
    #expect(answer.text == (try site.operations.show("1").json(withHistory: false).text))
    let before = tag(1)
    #expect(before.hasPrefix("\"") && !before.hasPrefix("W/"))
    #expect(tag(1) == before)
    _ = try site.operations.edit("1", [Assignment(field: "remark", text: "测试")], reason: nil)
    #expect(tag(1) != before)
    #expect(site.program("GET", "/projects/1?as-of=2026-03-21")["ETag"] == nil)
  }

  @Test func `A number that is none, or of no project, is absent`() {
    for number in ["999", "0", "x", "-1", "99999999999999999999", "01"] {
      let answer = site.program("GET", "/projects/\(number)")
      #expect(answer.status == 404)
      #expect(answer.code == "absent")
    }
  }

  @Test func `A name that is a number leads to no other project`() throws {
    _ = try site.operations.add([Assignment(field: "name", text: "777")], reason: nil)
    #expect(site.program("GET", "/projects/777").status == 404)
  }

  @Test func `A project that was merged leads to the one that stays, whatever is done`() throws {
    let plan = try site.operations.mergePlan("2", into: "1", taking: [])
    _ = try site.operations.merge(plan, reason: "测试")
    for (method, part) in [
      ("GET", ""), ("PATCH", ""), ("GET", "/history"), ("POST", "/moves"), ("POST", "/matters"),
    ] {
      let body =
        ["GET": nil, "PATCH": "{}"][method]
        ?? (part == "/moves" ? #"{"stage":"开工"}"# : #"{"kind":"problem","words":"测试"}"#)
      let answer = site.program(method, "/projects/2" + part, body, ifMatch: "\"x\"")
      #expect(answer.status == 308)
      #expect(answer["Location"] == "/api/v1/projects/1" + part)
    }
  }

  @Test func `History tells each value's origin and moments by RFC 3339`() throws {
    let json = site.program("GET", "/projects/1/history").json
    let at = try #require(json["history"]?.items.first?["at"]?.string)
    #expect(at.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00/) != nil)
    #expect(json["origins"]?["name"]?["cell"]?.string != nil)
  }

  // MARK: Writing

  @Test func `A new project is where its answer says, and the same again is told its number`()
    throws
  {
    let body =
      #"{"name":"测试新建项目","owner":"测试新建公司","district":"鹿寨县","total_investment":"1.5亿","plan":{"2026":4000},"lead_units":["市工信局"],"is_industrial":true}"#
    let answer = site.program("POST", "/projects?reason=测试", body)
    #expect(answer.status == 201)
    let place = try #require(answer["Location"])
    let shown = site.program("GET", String(place.dropFirst("/api/v1".count)))
    #expect(shown["ETag"] == answer["ETag"])
    #expect(shown.json["total_investment"]?.string == "15000")
    #expect(shown.json["plan"]?["2026"]?.string == "4000")
    let entry = try site.operations.entry(answer.json["entry"]?.integer ?? 0)
    #expect(entry.entry.reason == "测试")
    let again = site.program("POST", "/projects", body)
    #expect(again.status == 409)
    #expect(again.code == "project.exists")
    #expect(again.json["project"].map(\.text) == answer.json["project"]?.text)
  }

  @Test func `A patch clears with null, leaves what it does not name, and reads as cells are read`()
  {
    let before = site.program("GET", "/projects/3").json
    let answer = site.program(
      "PATCH", "/projects/3", #"{"total_investment":"2亿元","start_planned":"2026年底","owner":null}"#,
      type: "application/merge-patch+json", ifMatch: tag(3))
    #expect(answer.status == 200)
    let after = site.program("GET", "/projects/3")
    #expect(answer["ETag"] == after["ETag"])
    #expect(after.json["total_investment"]?.string == "20000")
    #expect(after.json["owner"] == nil)
    #expect(after.json["name"]?.string == before["name"]?.string)
    let nothing = site.program("PATCH", "/projects/3", "{}", ifMatch: tag(3))
    #expect(nothing.status == 200)
    #expect(nothing.json["entry"]?.text == "null")
  }

  @Test func `A series loses a period by null, and all of them by a null of its own`() {
    let set = #"{"plan":{"2026":"100","2027":"200"}}"#
    #expect(site.program("PATCH", "/projects/3", set, ifMatch: tag(3)).status == 200)
    _ = site.program("PATCH", "/projects/3", #"{"plan":{"2027":null}}"#, ifMatch: tag(3))
    #expect(site.program("GET", "/projects/3").json["plan"]?.members.map(\.0) == ["2026"])
    _ = site.program("PATCH", "/projects/3", #"{"plan":null}"#, ifMatch: tag(3))
    #expect(site.program("GET", "/projects/3").json["plan"] == nil)
  }

  @Test(
    arguments: [
      ("PATCH", "", #"{"remark":"我的"}"#), ("POST", "/moves", #"{"stage":"开工","reason":"测试"}"#),
      ("POST", "/matters", #"{"kind":"milestone","words":"封顶","due":"2026-09-01"}"#),
    ])
  func `Who does not say what they read is asked, and what moved is told with both values`(
    method: String, part: String, body: String
  ) throws {
    let old = tag(3)
    #expect(site.program(method, "/projects/3" + part, body).code == "revision.required")
    #expect(
      site.program(method, "/projects/3" + part, body, ifMatch: " ").code == "revision.required")
    _ = try site.operations.edit("3", [Assignment(field: "remark", text: "别人的")], reason: nil)
    for stale in [old, "*", "W/" + tag(3), "\"x\""] {
      let answer = site.program(method, "/projects/3" + part, body, ifMatch: stale)
      #expect(answer.status == 412)
      #expect(answer.code == "revision.stale")
      #expect(answer["ETag"] == tag(3))
      #expect(answer.json["values"]?.members.isEmpty == false)
    }
    if method == "PATCH" {
      let answer = site.program(method, "/projects/3", body, ifMatch: old).json
      #expect(answer["values"]?["remark"]?.text == #"{"sent":"我的","now":"别人的"}"#)
    }
    let several = "\"x\", " + tag(3)
    #expect(site.program(method, "/projects/3" + part, body, ifMatch: several).status == 200)
  }

  @Test func `What a person has to mend is told field by field with the code of its finding`() {
    let answer = site.program(
      "PATCH", "/projects/3", #"{"total_investment":"很多","lead_units":"没有的单位"}"#, ifMatch: tag(3))
    #expect(answer.status == 422)
    #expect(answer.code == "values.rejected")
    let errors = answer.json["errors"]?.items ?? []
    #expect(errors.contains { $0["code"]?.string == "money.unparsable" })
    #expect(errors.contains { $0["at"]?.string == "total_investment" && $0["raw"]?.string == "很多" })
  }

  @Test func `Stages, milestones and problems are acts of their own`() {
    let moved = site.program(
      "POST", "/projects/3/moves",
      #"{"stage":"开工","date":"2026-03-01","document":"测试文〔2026〕1号","reason":"测试"}"#, ifMatch: tag(3)
    )
    #expect(moved.status == 200)
    #expect(moved["ETag"] == tag(3))
    let raised = site.program(
      "POST", "/projects/3/matters", #"{"kind":"problem","words":"测试用电","unit":"市工信局"}"#,
      ifMatch: tag(3))
    #expect(raised.status == 200)
    let closed = site.program(
      "POST", "/projects/3/matters",
      #"{"kind":"problem","words":"测试用电","done":"2026-03-02"}"#, ifMatch: tag(3))
    #expect(closed.status == 200)
    let known = site.program("GET", "/projects/3").json["problem_log"]?["测试用电"]
    #expect(known?["done"]?.string == "2026-03-02")
    let removed = site.program(
      "POST", "/projects/3/matters", #"{"kind":"problem","words":"测试用电","removed":true}"#,
      ifMatch: tag(3))
    #expect(removed.status == 200)
    let unknown = site.program(
      "POST", "/projects/3/moves", #"{"stage":"没有的阶段"}"#, ifMatch: tag(3))
    #expect(unknown.status == 422)
  }
}
