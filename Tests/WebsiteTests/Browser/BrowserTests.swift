import Foundation
import Ledger
import Testing

@testable import Access
@testable import Operations
@testable import Website

/// Pages in a real browser, where one is installed: chromium, chromium-driver and python3-selenium of Debian.
@Suite(.serialized) struct BrowserTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "pages.py").path

  /// Looks at pages; where no browser is installed, the output of the tests says so.
  private static func look(_ arguments: [String], at port: Int) throws {
    let seen = try ServerScript.seen(script, [String(port)] + arguments)
    if let absent = seen["absent"] {
      return print("Browser tests did not run: \(absent) is not installed.")
    }
    if seen["axe"] as? Bool != true {
      print("axe-core did not run: it comes with axe-playwright-python.")
    }
    let faults = try #require(seen["faults"] as? [String])
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  private static func named(_ pages: [String], _ names: [String: String]) -> [String] {
    pages.map { page in
      names.reduce(page) { $0.replacing($1.key, with: $1.value) }
    }
  }

  @Test
  func
    `Every page in its states is quiet, fits the screen, and has nothing that axe-core objects to`()
    async throws
  {
    let site = try TestSite()
    let names = try site.fillStates()
    try await RunningServer.with(site) { port in
      try Self.look(Self.named(BrowserPages.ofLedger, names) + BrowserPages.failures, at: port)
    }
  }

  @Test func `Ten thousand characters and markup in every field widen no page`() async throws {
    let site = try TestSite()
    let names = try site.fillHostile()
    try await RunningServer.with(site) { port in
      for width in ["1366", "390"] {
        try Self.look(
          ["--only", width] + Self.named(BrowserPages.ofHostile, names), at: port)
      }
    }
  }

  @Test func `A fresh ledger is pages too`() async throws {
    try await RunningServer.with(try TestSite(isEmpty: true)) { port in
      try Self.look(
        ["/", "/projects", "/entries", "/due", "/queue", "/imports", "/views", "/books"], at: port)
    }
  }

  @Test func `The pages of accounts, each as who may see it`() async throws {
    let site = try TestSite()
    _ = try site.operations.setItem(
      .setting, code: "second_factor", isNew: false, [(path: "of", text: "nobody")], reason: "测试")
    let access = try AccessFile.open(
      beside: site.operations.path,
      hasher: PasswordHasher(cost: PasswordHasher.Cost(rounds: 4, block: 8, lanes: 1)),
      beginning: { 0 })
    let rules = AccessRules(try site.operations.catalogue())
    for role in BrowserPages.ofAccounts.keys.sorted() {
      try access.settle(role, AccountSite.password, as: role, rules)
    }
    try access.close()
    let operations = LedgerOperations(path: site.operations.path, actor: "测试员")
    try await RunningServer.with(operations) { port in
      try Self.look(BrowserPages.ofStrangers, at: port)
      for (login, pages) in BrowserPages.ofAccounts.sorted(by: { $0.key < $1.key }) {
        try Self.look(["--as", login, AccountSite.password] + pages, at: port)
      }
    }
  }
}
