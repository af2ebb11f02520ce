import Foundation
import Ledger
import Testing

@testable import Operations
@testable import Website

/// What stands on a page is Chinese: no name of a program's, no key, no English word. 测试数据
@Suite struct WordsOnPagesTests {
  /// Names that people know, and what they type.
  private static let known: Set<String> = [
    "Excel", "WPS", "LibreOffice", "SHA", "UTF", "xlsx", "xls", "et", "ods", "csv", "CSV", "PDF",
    "MB", "KB", "PPP", "EPC", "AI", "ASVS", "OC", "IDS", "oc", "ids", "GDP",
    // What invented projects and the catalogue are called.
    "projects", "GWh", "eVTOL",
  ]

  private static let names = [
    "project": "2", "entry": "2", "task": "1.1", "unit": "市工业和信息化局", "book": "leaders",
    "draft": "1",
    "kind": "chain", "code": "ai-robot",
  ]

  private static func targets() -> [String] {
    Routes.all.filter { route in
      let parts = route.pattern.split(separator: "/").map(String.init)
      let others = ["api", "static", "healthz", "readyz", "metrics", "problems", "help", "audit"]
      return route.method == .get && route.contract == nil && !others.contains(parts.first ?? "")
        && !(parts.last ?? "").contains(".") && parts.last != "file" && parts.last != "state"
        && parts.last != "receipt" && parts.first != "account" && parts.first != "accounts"
        && parts.first != "receipts"
        && !route.pattern.contains("{issue}") && !route.pattern.contains("{view}")
    }.map { route in
      let parts = route.pattern.split(separator: "/").map(String.init)
      return "/"
        + parts.map { part in
          guard part.hasPrefix("{") else { return part }
          let name = String(part.dropFirst().dropLast())
          let byKind = [
            "chains": "人工智能终端及机器人", "units": "市工业和信息化局", "areas": "柳南区", "registers": "报告点名",
          ]
          return PercentCoding.encoded(
            name == "name" ? byKind[parts[0]] ?? "" : names[name] ?? "")
        }.joined(separator: "/")
    } + [
      "/projects?view=board", "/projects?view=timeline", "/catalogue/setting/reporting",
      "/catalogue/setting/light", "/catalogue/unit/drc", "/catalogue/target", "/catalogue/setting",
    ]
  }

  /// The texts of a page, without what is a code on purpose.
  private static func texts(_ html: [UInt8]) -> [String] {
    let tags = PageTags.all(in: html)
    var texts: [String] = []
    var isCode = false
    for (tag, next) in zip(tags, tags.dropFirst()) {
      isCode = !tag.isClosing && (tag["class"]?.contains("mono") ?? false)
      if isCode || tag.range.upperBound >= next.range.lowerBound { continue }
      texts.append(
        PageTags.plain(
          String(decoding: html[tag.range.upperBound..<next.range.lowerBound], as: UTF8.self)))
    }
    return texts
  }

  @Test func `页面上没有程序的名字，没有英文`() throws {
    let site = try TestSite()
    _ = site.follow(try site.send([("清单.csv", ["示例岭厂房,示例公司,火星区,1000,谋划"])]))
    var strange: [String: String] = [:]
    for target in Self.targets() {
      let (_, page) = site.follow(site.get(target))
      #expect(page.status < 500, "\(target) \(page.status)")
      guard case .bytes(let html) = page.body, page.status == 200, page.isPage else { continue }
      for text in Self.texts(html) {
        if text.contains(/\[20[0-9]{2}/) { strange[text] = target }
        for word in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0 == "_")) }) {
          // Columns have letters.
          if word.count > 1, !Self.known.contains(String(word)) {
            strange["\(word)｜\(text.prefix(60))"] = target
          }
        }
      }
    }
    let told = strange.sorted { $0.key < $1.key }.map { "\($0.key) at \($0.value)" }
    #expect(told == [], "\(told.joined(separator: "\n"))")
  }
}
