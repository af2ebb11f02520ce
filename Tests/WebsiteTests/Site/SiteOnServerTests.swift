import Foundation
import Intake
import Ledger
import TestSupport
import Testing

@testable import Access
@testable import Operations
@testable import Website

/// The site over a ledger that a server keeps.
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct SiteOnServerTests {
  private let address: String

  init() throws {
    let cluster = try #require(PostgreSQLCluster.shared)
    address = cluster.address(of: "site-\(UInt32.random(in: 0...UInt32.max))")
  }

  /// A page, but for the line that says when it was printed.
  private static func said(_ page: WebResponse) -> [Substring] {
    page.text.split(separator: "\n").filter { !$0.contains("class=\"print\"") }
  }

  @Test func `pages say the same as those over a file`() throws {
    let (file, server) = (try TestSite(), try TestSite(database: address))
    for page in [
      "/", "/projects", "/projects?q=测试云岫", "/projects?q=测试", "/projects?q=cs",
      "/projects?view=time&sort=id", "/projects.csv", "/projects/1", "/projects/2", "/projects/3",
      "/projects/1/edit", "/queue", "/entries", "/entries/2", "/imports", "/books",
      "/chains/新能源",
    ] {
      let (one, other) = (file.get(page), server.get(page))
      #expect(one.status == 200, "\(page)")
      #expect(one.status == other.status, "\(page)")
      #expect(Self.said(one) == Self.said(other), "\(page)")
    }
    for site in [file, server] {
      _ = try site.operations.edit("2", [Assignment(field: "形象进度", text: "主体完工")], reason: "测试")
    }
    #expect(server.get("/projects/2").text.contains("主体完工"))
    #expect(Self.said(file.get("/projects/2")) == Self.said(server.get("/projects/2")))
    #expect(try server.operations.verification(expecting: nil, audit: nil).passed)
  }

  @Test func `people sign in by accounts that stand beside the ledger`() throws {
    let site = try AccountSite(database: address)
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    #expect(site.get("/projects").status == 303)
    let cookie = try site.signIn("wei")
    #expect(site.get("/projects", cookie: cookie).status == 200)
    let token = try site.machine("bot", Grant(role: "promotion", scope: .everything))
    #expect(!token.isEmpty)
    #expect(try site.access.auditFaults() == [])
    let lines = try site.audit()
    #expect(lines.contains { $0.hasPrefix("sign-in") })
    #expect(try site.access.lines(AuditQuestion(limit: 3)).count == 3)
    var question = AuditQuestion()
    question.words = "wei"
    #expect(try !site.access.lines(question).isEmpty)
    #expect(try AccessFile.stands(beside: address))
    // Nobody alters what the audit tells.
    let cluster = try #require(PostgreSQLCluster.shared)
    let schema = try cluster.ask(
      "SELECT 'access_' || number FROM taizhang.ledger WHERE name = '\(address.split(separator: "=").last ?? "")'"
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(
      try cluster.refusal(of: "DELETE FROM \(schema).audit", login: "postgres").contains("is kept"))
  }
}
