import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

/// Files that other programs wrote, judged by a checker that is not ours.
///
/// They stand in ../shared beside the repository and are no part of it: where they are missing the
/// tests are skipped, and the run says so.
@Suite(
  .enabled(if: Corpus.isThere, "../shared/corpus is not beside this repository"))
struct CorpusTests {
  /// Two cells of sheetjs--LONumbers.xlsx are expected as dates although seven cells of the same
  /// row and style are expected as durations; a file of no bytes is refused, as the corpus allows.
  private static let disputed = ["sheetjs--LONumbers.xlsx": 2, "phpspreadsheet--empty.csv": 0]

  @Test func everyJudgedCellIsRight() throws {
    let output = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: output) }
    for file in try Corpus.files(in: "corpus/open", ["xlsx", "xlsm", "xls", "ods", "csv", "tsv"]) {
      let bytes = try Corpus.bytes(file)
      var dump: [UInt8] = []
      do throws(SpreadsheetError) {
        try Workbook.read(bytes).dump { dump += $0 }
      } catch {
        dump = Array("{\"ok\":false,\"error\":\"refused\"}".utf8)
      }
      try Data(dump).write(to: output.appending(path: file.lastPathComponent + ".json"))
    }
    let report = try Corpus.check(output)
    let wrong = report.split(separator: "\n").filter { line in
      !line.hasPrefix("TOTAL") && !line.contains("no dump")
        && !Self.disputed.keys.contains { line.contains($0) }
    }
    #expect(wrong == [])
  }

  @Test func everyListIsRead() throws {
    let refused: [String: SpreadsheetError] = [
      "23-password.xlsx": .encrypted, "22-web-page-saved-as.xls": .unsupported(.webPage),
    ]
    for file in try Corpus.files(in: "lists/open", ["xlsx", "xls", "et", "ods", "csv", "tsv"]) {
      let error = refusal(try Corpus.bytes(file))
      #expect(error == refused[file.lastPathComponent], "\(file.lastPathComponent)")
    }
  }
}

/// Where the shared files are.
enum Corpus {
  static let shared = URL(filePath: #filePath)
    .appending(path: "../../../../../shared").standardized

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: "corpus/check.py").path())
  }

  static func files(in folder: String, _ kinds: Set<String>) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: shared.appending(path: folder), includingPropertiesForKeys: nil
    ).filter { kinds.contains($0.pathExtension) }
  }

  static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

  /// What the checker says of a folder of dumps.
  static func check(_ dumps: URL) throws -> String {
    try Command.output(
      "python3", shared.appending(path: "corpus/check.py").path(),
      shared.appending(path: "corpus/open").path(), dumps.path())
  }
}
