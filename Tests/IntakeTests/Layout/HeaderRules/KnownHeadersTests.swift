import Foundation
import Testing

@testable import Intake

/// Every header word that the city's catalogue of 2026 lists means what its table says.
///
/// A line of the table: meaning, words. `-` is no field; `!` before fields: none of these.
@Suite struct KnownHeadersTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let meaning: String
    let words: [String]
    var testDescription: String { meaning }
  }

  static let lines: [Line] = {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/Words/headers.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      return Line(meaning: parts[0], words: parts[1].split(separator: " ").map(String.init))
    }
  }()

  @Test func `the table is there`() { #expect(Self.lines.count > 40) }

  @Test(arguments: lines.filter { !$0.meaning.hasPrefix("!") })
  func `目录里的每个表头都认得`(line: Line) throws {
    for word in line.words {
      let meaning = try HeaderMeaning.of("【截至2026年3月】" + word)
      #expect(meaning == (line.meaning == "-" ? "" : line.meaning), "\(word)")
    }
  }

  @Test(arguments: lines.filter { $0.meaning.hasPrefix("!") })
  func `容易混淆的表头不会认错`(line: Line) throws {
    let never = line.meaning.dropFirst().split(separator: "/").map(String.init)
    for word in line.words {
      #expect(!never.contains(try HeaderMeaning.of("【截至2026年3月】" + word)), "\(word)")
    }
  }
}
