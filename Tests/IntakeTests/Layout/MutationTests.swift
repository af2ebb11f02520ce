import Foundation
import Ledger
import Spreadsheet
import Testing

@testable import Intake

/// Random edits of real layouts: no crash, and no row lost without a word.
@Suite struct MutationTests {
  private static let names = [
    "01-reserve-library.xlsx", "02-coordinated-three-level.xlsx",
    "03-monthly-dispatch.xlsx", "07-wide-sixty-columns.xlsx",
    "10-gbk-two-level.csv", "15-money-units.xlsx",
    "16-merged-cells.xlsx", "19-two-tables.xls",
    "21-packages.xlsx", "24-report-named-projects.xlsx",
  ]

  /// How many edits in all; more with TAIZHANG_MUTANTS.
  private static let mutants =
    ProcessInfo.processInfo.environment["TAIZHANG_MUTANTS"].flatMap { Int($0) } ?? 300

  private static let lists = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Lists")

  private struct Reader {
    let reader: ListReader

    init() throws {
      reader = try Shipped.reader()
    }

    func read(_ workbook: Workbook) -> Intake.ProjectList {
      reader.read(workbook, year: 2026, currentYear: 2026)
    }
  }

  private static func workbook(_ name: String) throws -> Workbook {
    try Workbook.read([UInt8](Data(contentsOf: lists.appending(path: name))))
  }

  @Test(arguments: names)
  func `每个有内容的格子都有着落`(name: String) throws {
    let workbook = try Self.workbook(name)
    let list = try Reader().read(workbook)
    #expect(Self.unaccounted(in: list, of: workbook) == [])
  }

  @Test(arguments: names)
  func `随手改一处，不崩，也不悄悄丢行`(name: String) throws {
    let original = try Self.workbook(name)
    let reader = try Reader()
    var random = SeededNumbers(UInt64(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) }.magnitude))
    for _ in 0..<(Self.mutants / Self.names.count) {
      var mutant = original
      Self.mutate(&mutant, &random)
      let list = reader.read(mutant)
      #expect(Self.unaccounted(in: list, of: mutant) == [])
    }
  }

  @Test(arguments: names)
  func `插入空行，项目不变`(name: String) throws {
    let original = try Self.workbook(name)
    let reader = try Reader()
    let before = reader.read(original)
    var moved = original
    for sheet in moved.sheets.indices {
      let lastHeader =
        before.tables.filter { $0.layout.sheet == moved.sheets[sheet].name }
        .flatMap(\.layout.headerRows).max() ?? 0
      Self.insertBlankRow(below: lastHeader, in: &moved.sheets[sheet])
    }
    let after = reader.read(moved)
    #expect(
      after.tables.flatMap(\.rows).map(\.record) == before.tables.flatMap(\.rows).map(\.record))
  }

  // MARK: Accounting

  /// Cells that hold something and are neither a value's column, an ignored row, an unmapped
  /// column, the header, nor below a merged leaf.
  private static func unaccounted(
    in list: Intake.ProjectList, of workbook: Workbook
  ) -> [String] {
    var missing: [String] = []
    for sheet in workbook.sheets where !sheet.isHidden {
      let tables = list.tables.filter { $0.layout.sheet == sheet.name }
      guard !tables.isEmpty else { continue }
      for row in sheet.rows where !row.isBlank {
        let isKnown = tables.contains { table in
          table.layout.rowKinds[row.number] != nil || table.layout.headerRows.contains(row.number)
        }
        if !isKnown { missing.append("\(sheet.name) row \(row.number)") }
      }
      for table in tables {
        let rows = Set(table.rows.map(\.number))
        let projects = Set(table.layout.rowKinds.filter { $0.value == .project }.map(\.key))
        if rows != projects { missing.append("\(sheet.name): \(projects.subtracting(rows))") }
      }
    }
    return missing
  }

  // MARK: Edits

  private static func mutate(_ workbook: inout Workbook, _ random: inout SeededNumbers) {
    let sheet = Int.random(in: 0..<workbook.sheets.count, using: &random)
    guard !workbook.sheets[sheet].rows.isEmpty else { return }
    let row = Int.random(in: 0..<workbook.sheets[sheet].rows.count, using: &random)
    let cells = workbook.sheets[sheet].rows[row].cells.count
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where cells > 0:
      let cell = Int.random(in: 0..<cells, using: &random)
      workbook.sheets[sheet].rows[row].cells.remove(at: cell)
    case 1:
      insertBlankRow(below: workbook.sheets[sheet].rows[row].number, in: &workbook.sheets[sheet])
    case 2 where !workbook.sheets[sheet].merges.isEmpty:
      let merge = Int.random(in: 0..<workbook.sheets[sheet].merges.count, using: &random)
      workbook.sheets[sheet].merges.remove(at: merge)
    case 3: workbook.sheets[sheet].rows[row].isHidden.toggle()
    default:
      let texts = ["合计", "小计", "一、", "项目名称", "例：", "注：", "约", "1", "#REF!", "　", "（"]
      guard cells > 0, let text = texts.randomElement(using: &random) else { return }
      let cell = Int.random(in: 0..<cells, using: &random)
      workbook.sheets[sheet].rows[row].cells[cell].value = .text(text)
    }
  }

  private static func insertBlankRow(below number: Int, in sheet: inout Sheet) {
    for index in sheet.rows.indices where sheet.rows[index].number > number {
      sheet.rows[index].number += 1
    }
    sheet.merges = sheet.merges.map { merge in
      CellRange(
        firstRow: merge.firstRow > number ? merge.firstRow + 1 : merge.firstRow,
        lastRow: merge.lastRow > number ? merge.lastRow + 1 : merge.lastRow,
        firstColumn: merge.firstColumn, lastColumn: merge.lastColumn)
    }
  }
}

/// Numbers that follow from a seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
