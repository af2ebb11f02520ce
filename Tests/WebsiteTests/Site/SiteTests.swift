import Foundation
import Intake
import Operations
import Testing

@testable import Website

/// What holds for every request.
@Suite struct SiteTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  @Test(arguments: [
    ("/projects", 200), ("/nowhere", 404), ("/projects/", 404), ("/../etc/passwd", 404),
    ("/static/%2e%2e%2fledger.sqlite", 404), ("/projects/999999", 404),
    ("/projects?chain=无此链", 400),
    ("/projects?nonsense=1", 400), ("/projects?as-of=x", 400), ("/projects?sort=x", 400),
  ])
  func `Every answer has the headers of all`(target: String, status: Int) {
    let response = site.get(target)
    #expect(response.status == status)
    #expect(response["Content-Security-Policy"] == SecurityHeaders.policy)
    #expect(response["X-Content-Type-Options"] == "nosniff")
    #expect(response["Cache-Control"] == "no-store")
  }

  @Test func `The policy lets nothing run that stands in a page`() {
    #expect(!SecurityHeaders.policy.contains("unsafe"))
    #expect(SecurityHeaders.policy.hasPrefix("default-src 'none'"))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "get"])
  func `A wrong method is told which are right`(method: String) {
    var request = WebRequest(method: method, path: ["projects"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    request.source.fetchSite = "same-origin"
    let response = site.site.answer(request, from: site.caller)
    #expect(response.status == 405)
    #expect(response["Allow"] == "GET, HEAD")
  }

  @Test func `A request for another site is refused before anything is asked`() {
    var request = WebRequest(path: ["projects"])
    request.source.host = "evil.example"
    let response = site.site.answer(request, from: site.caller)
    #expect(response.status == 421)
    #expect(!response.text.contains("第 "))
  }

  @Test func `Static files are kept for good, under names of their content`() {
    for file in [site.site.files.styles, site.site.files.script, site.site.files.icon] {
      let response = site.get(file.text)
      #expect(response.status == 200)
      #expect(response["Cache-Control"] == "public, max-age=31536000, immutable")
      #expect(response["X-Content-Type-Options"] == "nosniff")
    }
  }

  @Test func `A failure tells what to do and its number, never code or paths`() {
    for target in ["/nowhere", "/projects/999999", "/projects?chain=无此链"] {
      let text = site.get(target).text
      #expect(text.contains("请求号"))
      #expect(!text.contains(site.folder.path))
      #expect(text.firstMatch(of: /\.swift|Error\(|Storage\.|Fatal/) == nil)
    }
  }

  @Test func `What another process commits is on the next page`() throws {
    let before = site.get("/projects").text
    _ = try site.operations.add([Assignment(field: "name", text: "测试新来的项目")], reason: nil)
    let after = site.get("/projects?q=新来的").text
    #expect(!before.contains("测试新来的项目"))
    #expect(after.contains("测试新来的项目"))
  }

  @Test func `No reading alters the ledger`() throws {
    let revision = try site.operations.standing().revision
    for route in Routes.all where route.method == .get {
      _ = site.get(
        "/"
          + route.pattern.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }
          .joined(separator: "/"))
    }
    #expect(try site.operations.standing().revision == revision)
  }

  @Test(arguments: [
    "/queue", "/imports", "/projects/1/edit", "/projects/1/move", "/entries/2/undo",
  ])
  func `过去的日子不做今天的事；还没到的日子、不认的月份都说明`(path: String) throws {
    #expect(site.get("\(path)?as-of=2020-01-01").status == 409)
    #expect(site.post("/projects/1/edit?as-of=2020-01-01", ["v.remark": "x"]).status == 409)
    #expect(site.get("/?as-of=2099-01-01").status == 400)
    #expect(site.get("/targets?month=2026-02").status == 400)
  }
}
