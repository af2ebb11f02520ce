import Foundation
import Testing

@testable import Operations

/// Every book of a fixed ledger, cell by cell and look by look, against what was recorded.
///
/// `TAIZHANG_RECORD_BOOKS=1 swift test --filter GoldenBookTests` records anew; then look at the
/// difference that git shows.
@Suite struct GoldenBookTests {
  private static let golden = BookLedger.folder.appending(path: "Golden")

  @Test func `每本报表都和存档的一样`() throws {
    let ledger = try BookLedger()
    let isRecording = ProcessInfo.processInfo.environment["TAIZHANG_RECORD_BOOKS"] != nil
    let books = try ledger.export(to: ledger.scratch.folder)
    let pairs = books.flatMap { name, path in
      [path, Self.golden.appending(path: "\(name).txt").path]
    }
    let difference = try Python.output(
      [Python.script("dump.py")] + (isRecording ? ["--record"] : []) + pairs)
    #expect(difference == "", "books are others than recorded:\n\(difference)")
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.golden.path)
    #expect(Set(names) == Set(books.map { "\($0.name).txt" }))
    #expect(!isRecording, "recorded; run the test again without TAIZHANG_RECORD_BOOKS")
  }
}
