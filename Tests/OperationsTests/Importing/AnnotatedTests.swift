import Foundation
import Intake
import Ledger
import Matching
import Spreadsheet
import Testing

@testable import Operations

/// The sender's own list with opinions: it reads as the list it was.
@Suite struct AnnotatedTests {
  private static let lists =
    ((try? FileManager.default.contentsOfDirectory(atPath: Fixtures.lists.path)) ?? [])
    .filter { name in
      ["xlsx", "xls", "et", "ods", "csv", "tsv"].contains { name.hasSuffix("." + $0) }
    }
    .filter { !$0.contains("100k") }.sorted()

  /// What a plan makes of its rows.
  private struct Reading: Equatable {
    let number: Int
    let action: PlannedRow.Action
    let record: Record
  }

  private func readings(_ prepared: PreparedImport) -> [Reading] {
    prepared.plan.rows.map {
      Reading(number: $0.row.number, action: $0.action, record: $0.row.record)
    }
  }

  /// What is wrong with how the original file was written, and cannot be so in the copy.
  private static let ofTheFileAlone: Set<FindingCode> = [
    .hiddenRows, .cellUncalculated, .textUnclosedQuote, .textUndecodable, .textTooLong,
  ]

  /// Whether a text cannot stand in a cell of the copy, which leaves it blank.
  private func isTooLongForACell(_ value: Value?) -> Bool {
    if case .text(let text) = value { text.utf16.count > 32_767 } else { false }
  }

  @Test(arguments: lists)
  func `标好的表读出来还是原来那张表`(name: String) throws {
    let scratch = try ScratchLedger()
    // Files that are refused have no list to annotate.
    guard let original = try? scratch.prepare(name) else { return }
    let path = scratch.folder.appending(path: "annotated.xlsx").path
    try scratch.operations.annotate(original, to: path)
    let again = try scratch.operations.prepare(
      try ReceivedFile(path: path), ImportOptions(year: 2026))
    #expect(again.plan.rows.count == original.plan.rows.count)
    for (one, other) in zip(readings(again), readings(original)) where one != other {
      let differing = (one.record.entries + other.record.entries).filter {
        one.record[$0.key] != other.record[$0.key] && !isTooLongForACell(other.record[$0.key])
      }
      if differing.isEmpty, one.number == other.number, one.action == other.action { continue }
      Issue.record("\(name), row \(other.number), now \(one.number): \(differing)")
    }
    let named = { (prepared: PreparedImport) in
      prepared.plan.list.findings.filter { !Self.ofTheFileAlone.contains($0.code) }.map {
        [$0.code.rawValue, $0.cell]
      }
    }
    #expect(named(again) == named(original))
  }

  @Test func `没认出的列在表头上批注，筛选照旧`() throws {
    let scratch = try ScratchLedger()
    let list = "项目名称,总投资（万元）,亮灯\n甲溪轴瓦厂（测试数据）,5000,绿\n"
    let prepared = try scratch.operations.prepare(
      ReceivedFile(name: "清单.csv", bytes: Array(list.utf8)), ImportOptions(year: 2026))
    let path = scratch.folder.appending(path: "annotated.xlsx").path
    try scratch.operations.annotate(prepared, to: path)
    let facts = try Python.run(
      """
      import json, sys, openpyxl
      sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
      print(json.dumps({'comment': sheet['C1'].comment.text, 'filter': sheet.auto_filter.ref}))
      """, [path])
    #expect((facts["comment"] as? String)?.contains("这一列未识别，未导入") == true)
    #expect(facts["filter"] as? String == nil)
    let again = try scratch.operations.prepare(
      try ReceivedFile(path: path), ImportOptions(year: 2026))
    #expect(readings(again) == readings(prepared))
  }

  @Test func `改好红格再导入，问题就没有了，筛选留下的行也都在`() throws {
    let scratch = try ScratchLedger()
    let original = try scratch.prepare("14-dates.xlsx")
    let wrong = original.plan.list.findings.filter { $0.code == .dateUnparsable }
    try #require(!wrong.isEmpty)
    let path = scratch.folder.appending(path: "annotated.xlsx").path
    try scratch.operations.annotate(original, to: path)
    let facts = try Python.run(
      """
      import json, sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book[sys.argv[2]]
      comments = 0
      for name in sys.argv[3:]:
          comments += sheet[name].comment is not None
          sheet[name].value = '2026年3月'
      hidden = sum(1 for d in sheet.row_dimensions.values() if d.hidden)
      book.save(sys.argv[1])
      print(json.dumps({'comments': comments, 'hidden': hidden, 'filter': sheet.auto_filter.ref}))
      """, [path, wrong[0].sheet] + wrong.map(\.cell))
    #expect(facts["comments"] as? Int == wrong.count)
    #expect((facts["hidden"] as? Int ?? 0) > 0)
    #expect(facts["filter"] is String)
    let mended = try scratch.operations.prepare(
      try ReceivedFile(path: path), ImportOptions(year: 2026))
    #expect(mended.plan.rows.count == original.plan.rows.count)
    #expect(!mended.plan.list.findings.contains { $0.code == .dateUnparsable })
  }

  @Test func `表头两行的给两行高，长数字不成井号，表题四周没有框线`() throws {
    let scratch = try ScratchLedger()
    let original = try scratch.prepare("13-project-codes.xlsx")
    let path = scratch.folder.appending(path: "annotated.xlsx").path
    try scratch.operations.annotate(original, to: path)
    let facts = try Python.run(
      """
      import json, sys, openpyxl
      sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
      head = next(row for row in sheet.iter_rows() if any(cell.value == '项目名称' for cell in row))
      long = [cell for row in sheet.iter_rows() for cell in row
              if isinstance(cell.value, (int, float)) and abs(cell.value) >= 1e18]
      print(json.dumps({
          'height': sheet.row_dimensions[head[0].row].height or 0, 'long': len(long),
          'width': min(sheet.column_dimensions[cell.column_letter].width for cell in long),
          'framed': sum(cell.border.left.style is not None or cell.border.right.style is not None
                        for row in sheet.iter_rows(max_row=head[0].row - 1) for cell in row)}))
      """, [path])
    #expect((facts["height"] as? Double ?? 0) >= 30)
    #expect((facts["long"] as? Int ?? 0) > 0)
    #expect((facts["width"] as? Double ?? 0) >= 23)
    #expect(facts["framed"] as? Int == 0)
  }
}
