import Foundation
import Testing

@testable import Ledger

/// Every word that the city's catalogue of 2026 lists means what its table says.
///
/// A line of the table: kind, meaning, words. `*` is ambiguous, `?` unknown; a place is
/// `district|zone`.
@Suite struct KnownNamesTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let kind: String
    let meaning: String
    let words: [String]
    var testDescription: String { "\(kind) \(meaning)" }
  }

  static let lines: [Line] = {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Words/names.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      return Line(
        kind: parts[0], meaning: parts[1], words: parts[2].split(separator: " ").map(String.init))
    }
  }()

  private let catalogue: Catalogue

  init() throws { catalogue = try Shipped.catalogue.get() }

  @Test func `the table is there`() { #expect(Self.lines.count > 100) }

  @Test(arguments: lines)
  func `目录里的每个写法都认得`(line: Line) {
    for word in line.words { #expect(meaning(of: word, line.kind) == line.meaning, "\(word)") }
  }

  /// 产业, 产业链 behind a chain's word change nothing.
  @Test(arguments: lines.filter { $0.kind == "chain" && !["*", "?"].contains($0.meaning) })
  func `产业链的写法后面可带产业、产业链`(line: Line) {
    for word in line.words where !word.hasSuffix("产业") {
      #expect(meaning(of: word + "产业", "chain") == line.meaning, "\(word)")
      #expect(meaning(of: word + "产业链", "chain") == line.meaning, "\(word)")
    }
  }

  /// 柳州市 or 市 in front of a municipal bureau changes nothing.
  @Test(arguments: lines.filter { $0.kind == "unit" && $0.meaning.hasPrefix("市") })
  func `市直单位前面可带柳州`(line: Line) {
    for word in line.words where word.hasPrefix("市") {
      #expect(meaning(of: "柳州" + word, "unit") == line.meaning, "\(word)")
    }
  }

  private func meaning(of word: String, _ kind: String) -> String {
    switch kind {
    case "place": place(catalogue.resolvePlace(word))
    case "chain": name(catalogue.resolveChain(word), .chain)
    case "unit": name(catalogue.resolveUnit(word), .unit)
    case "register": name(catalogue.resolveRegister(word), .register)
    default: stage(catalogue.resolveStage(word))
    }
  }

  private func name(_ resolution: Resolution, _ kind: CatalogueKind) -> String {
    switch resolution {
    case .item(let code): catalogue.name(of: kind, code)
    case .ambiguous: "*"
    case .unknown: "?"
    case .ignored: "-"
    }
  }

  private func place(_ resolution: PlaceResolution) -> String {
    switch resolution {
    case .place(let district, let zone):
      (district.map { catalogue.name(of: .district, $0) } ?? "") + "|"
        + (zone.map { catalogue.name(of: .zone, $0) } ?? "")
    case .ambiguous: "*"
    case .unknown: "?"
    case .ignored: "-"
    }
  }

  private func stage(_ resolution: StageResolution) -> String {
    switch resolution {
    case .stage(let code): catalogue.name(of: .stage, code)
    case .condition(let code): catalogue.name(of: .condition, code)
    case .both(let stage, let condition):
      catalogue.name(of: .stage, stage) + "+" + catalogue.name(of: .condition, condition)
    case .ambiguous: "*"
    case .unknown: "?"
    case .ignored: "-"
    }
  }
}
