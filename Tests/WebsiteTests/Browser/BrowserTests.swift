import Foundation
import TestSupport
import Testing

@testable import Website

/// Pages in a real browser, where one is installed: chromium, chromium-driver and python3-selenium of Debian.
@Suite(.serialized) struct BrowserTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private struct Outcome: Decodable {
    let axe: Bool
    let faults: [String]
  }

  private static func outcome(_ port: Int, of paths: [String]) throws -> Outcome {
    try JSONDecoder().decode(
      Outcome.self,
      from: ServerScript.answer(folder.appending(path: "pages.py").path, [String(port)] + paths))
  }

  /// Whether a browser can be driven; where not, the output of the tests says so.
  private static func hasBrowser() throws -> Bool {
    let words = try Command.output([
      "/usr/bin/python3", "-c",
      "import selenium, shutil as s; print(bool(s.which('chromium') and s.which('chromedriver')))",
    ])
    if words.contains("True") { return true }
    print("Browser tests did not run: they need chromium, chromium-driver and python3-selenium.")
    return false
  }

  @Test func `Every page is quiet, fits the screen, and has nothing that axe-core objects to`()
    async throws
  {
    guard try Self.hasBrowser() else { return }
    let paths = [
      "/", "/projects", "/projects?view=board", "/projects?view=time",
      "/projects?chain=新能源&stage=达产",
      "/projects/1", "/projects/1?as-of=2026-03-21", "/projects/1/edit", "/projects/1/move",
      "/projects/2/matters", "/chains", "/chains/人工智能终端及机器人", "/units", "/areas", "/registers",
      "/due", "/due/全部", "/books", "/books/leaders", "/targets", "/tasks", "/tasks/2.1", "/entries",
      "/entries/2", "/entries/2/undo", "/milestones", "/problems", "/decisions", "/catalogue",
      "/catalogue/unit", "/help", "/?as-of=2026-03-21",
    ]
    try await RunningServer.with(try TestSite()) { port in
      let outcome = try Self.outcome(port, of: paths)
      if !outcome.axe { print("axe-core did not run: it comes with axe-playwright-python.") }
      #expect(outcome.faults.isEmpty, "\(outcome.faults.joined(separator: "\n"))")
    }
  }

  @Test func `A fresh ledger and a failure are pages too`() async throws {
    guard try Self.hasBrowser() else { return }
    try await RunningServer.with(try TestSite(isEmpty: true)) { port in
      let outcome = try Self.outcome(port, of: ["/", "/projects", "/entries"])
      #expect(outcome.faults.isEmpty, "\(outcome.faults.joined(separator: "\n"))")
    }
  }
}
