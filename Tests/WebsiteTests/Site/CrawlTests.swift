import Foundation
import Testing

@testable import Website

/// From the first page on: every link leads somewhere, and every linked number is the total behind it.
@Suite struct CrawlTests {
  /// A link of a page: where it leads, and the number that it stands for.
  private struct Link: Hashable {
    let target: String
    let count: Int?
  }

  private static func links(in html: String) -> [Link] {
    html.matches(of: /<a ([^>]*)>((?s:.*?))<\/a>/).compactMap { match -> Link? in
      guard let href = match.1.firstMatch(of: /href="([^"]*)"/) else { return nil }
      let target = href.1.replacing("&amp;", with: "&").replacing("&#39;", with: "'")
      let stated = match.1.firstMatch(of: /data-count="(\d+)"/).flatMap { Int($0.1) }
      return Link(target: String(target), count: stated ?? Int(match.2))
    }
  }

  private static func total(of html: String) -> Int? {
    html.firstMatch(of: /data-total="(\d+)"/).flatMap { Int($0.1) }
  }

  /// What is followed further: everything but narrowed and reordered lists, of which there is no end.
  private static func isFollowed(_ target: String) -> Bool {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    if ["/projects.csv", "/projects.xlsx"].contains(path) { return false }
    // Each is asked for; what it links to again is the same as elsewhere.
    if target.contains("?"), ["/projects", "/entries", "/tasks"].contains(path) { return false }
    return path.split(separator: "/").count < 3 || !path.hasPrefix("/catalogue")
  }

  @Test(arguments: ["/", "/?as-of=2026-03-21"])
  func `Every link answers, and every linked number is the total behind it`(start: String) throws {
    let site = try TestSite()
    var waiting = [start]
    var seen: Set<String> = [start]
    var totals: [String: Int?] = [:]
    func answer(_ target: String) -> WebResponse { site.get(target) }
    while let page = waiting.popLast() {
      let response = answer(page)
      #expect(response.status == 200, "\(page)")
      for link in Self.links(in: response.text) {
        let target = String(link.target.prefix { $0 != "#" })
        #expect(target.hasPrefix("/") || target.isEmpty, "\(page): \(target)")
        if target.isEmpty || target.hasPrefix("/imports") || target.hasPrefix("/queue") { continue }
        if totals[target] == nil {
          let there = answer(target)
          #expect([200, 303, 308].contains(there.status), "\(page): \(target) \(there.status)")
          totals[target] = .some(Self.total(of: there.text))
        }
        if let count = link.count {
          #expect(totals[target] == .some(.some(count)), "\(page): \(target)")
        }
        if start == "/", Self.isFollowed(target), seen.insert(target).inserted {
          waiting.append(target)
        }
      }
    }
    #expect(totals.count > 40)
  }
}
