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

  /// Taken apart by hand: regular expressions take seconds a page where nothing is optimized.
  private static func links(in html: String) -> [Link] {
    html.components(separatedBy: "<a ").dropFirst().compactMap { piece -> Link? in
      let halves = piece.components(separatedBy: "</a>")[0].split(separator: ">", maxSplits: 1)
      guard let target = attribute("href", of: halves[0]) else { return nil }
      let text = halves.count > 1 ? Int(halves[1]) : nil
      return Link(
        target: target.replacing("&amp;", with: "&").replacing("&#39;", with: "'"),
        count: attribute("data-count", of: halves[0]).flatMap { Int($0) } ?? text)
    }
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    let parts = tag.components(separatedBy: name + "=\"")
    return parts.count > 1 ? parts[1].components(separatedBy: "\"")[0] : nil
  }

  private static func total(of html: String) -> Int? {
    let parts = html.components(separatedBy: "data-total=\"")
    return parts.count > 1 ? Int(parts[1].components(separatedBy: "\"")[0]) : nil
  }

  /// What is followed further: everything but narrowed and reordered lists, of which there is no end.
  private static func isFollowed(_ target: String) -> Bool {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    if ["/projects.csv", "/projects.xlsx", "/books/issued/last"].contains(path) { return false }
    // Each is asked for; what it links to again is the same as elsewhere.
    if target.contains("?"), ["/projects", "/entries", "/tasks"].contains(path) { return false }
    return path.split(separator: "/").count < 3 || !path.hasPrefix("/catalogue")
  }

  @Test(arguments: [
    "/", "/?as-of=2026-03-21", "/?month=2026-02", "/due?month=2026-02",
    Address("chains", "人工智能终端及机器人", query: ["month": "2026-02"]).text,
  ])
  func `Every link answers, and every linked number is the total behind it`(start: String) throws {
    let site = try TestSite()
    var waiting = [(page: start, depth: 0)]
    var seen: Set<String> = [start]
    var totals: [String: Int?] = [:]
    func answer(_ target: String) -> WebResponse { site.get(target) }
    while let (page, depth) = waiting.popLast() {
      let response = answer(page)
      #expect(response.status == 200, "\(page)")
      for link in Self.links(in: response.text) {
        let target = String(link.target.prefix { $0 != "#" })
        #expect(target.hasPrefix("/") || target.isEmpty, "\(page): \(target)")
        if target.isEmpty || target.hasPrefix("/imports") || target.hasPrefix("/queue") { continue }
        // Of a hundred tasks and hundreds of items of the catalogue some will do.
        if target.hasPrefix("/tasks"), target.utf8.count > 8, target.utf8.count % 7 != 0 {
          continue
        }
        if target.split(separator: "/").count > 2, target.hasPrefix("/catalogue"),
          target.utf8.count % 8 != 0
        {
          continue
        }
        if totals[target] == nil {
          let there = answer(target)
          #expect([200, 303, 308].contains(there.status), "\(page): \(target) \(there.status)")
          totals[target] = .some(Self.total(of: there.text))
        }
        if let count = link.count {
          #expect(totals[target] == .some(.some(count)), "\(page): \(target)")
        }
        // Links of links of the first page lead to every kind of page; their own are asked for alone.
        if start == "/", depth < 1, Self.isFollowed(target), seen.insert(target).inserted {
          waiting.append((page: target, depth: depth + 1))
        }
      }
    }
    #expect(totals.count > 20)
  }
}
