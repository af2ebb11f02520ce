import Foundation
import SpreadsheetWriting
import Synchronization
import TestSupport
import Testing

@testable import Spreadsheet

/// Reading ends soon after nobody wants it any more.
@Suite struct StopTests {
  /// Many rows in each format that is read row by row.
  private static func files() throws -> [[UInt8]] {
    let rows = 5_000
    let text = (0..<rows).map { "第\($0)行,\($0)" }.joined(separator: "\n")
    let workbook = try WrittenWorkbook.bytes { _, sheet in
      for row in 1...rows { try sheet.write("第\(row)行", row: row, column: 0) }
    }
    return [Array(text.utf8), workbook]
  }

  @Test func `说停就停，不读完`() throws {
    for bytes in try Self.files() {
      #expect(throws: SpreadsheetError.stopped) { try Workbook.read(bytes, isStopped: { true }) }
      let seen = Atomic(0)
      #expect(throws: SpreadsheetError.stopped) {
        try Workbook.read(bytes, isStopped: { seen.load(ordering: .relaxed) > 0 }) { rows in
          seen.store(rows, ordering: .relaxed)
        }
      }
      #expect(seen.load(ordering: .relaxed) < 5_000)
    }
  }
}
