import Foundation
import Ledger
import Spreadsheet
import TestSupport
import Testing

@testable import Intake

/// Edits of real layouts: no crash, no cell lost without a word, the same projects where the edit
/// changes nothing.
@Suite struct MutationTests {
  /// How many random edits in all; more with TAIZHANG_MUTANTS.
  private static let mutants =
    ProcessInfo.processInfo.environment["TAIZHANG_MUTANTS"].flatMap { Int($0) } ?? 200

  private static func read(_ workbook: Workbook) throws -> Intake.ProjectList {
    try Shipped.reader().read(workbook, year: 2026, currentYear: 2026)
  }

  private static func records(_ list: Intake.ProjectList) -> [Set<Record.Entry>] {
    list.tables.flatMap(\.rows).map { Set($0.record.entries) }
  }

  @Test func `清单都在`() { #expect(ListFiles.readable.count >= 18) }

  @Test(arguments: ListFiles.readable)
  func `每个有内容的格子都有着落`(name: String) throws {
    let workbook = try ListFiles.workbook(name)
    let list = try Self.read(workbook)
    #expect(Accounting(list: list, workbook: workbook).unaccounted == [])
  }

  @Test(arguments: ListFiles.readable)
  func `随手改一处，不崩，也不悄悄丢一格`(name: String) throws {
    let original = try ListFiles.short(name)
    var random = SeededNumbers(name: name)
    for _ in 0..<(1 + Self.mutants / ListFiles.readable.count) {
      var mutant = original
      Mutation.edit(&mutant, &random)
      let list = try Self.read(mutant)
      let lost = Accounting(list: list, workbook: mutant).unaccounted
      #expect(lost == [], "\(Self.rows(of: mutant, lost))")
    }
  }

  /// The cells of rows that are named as `Accounting` does, for a person who looks for the reason.
  private static func rows(of workbook: Workbook, _ names: [String]) -> [String] {
    workbook.sheets.flatMap { sheet in
      sheet.rows.filter { names.contains("\(sheet.name) row \($0.number)") }.map { row in
        row.cells.map { "\($0.column): \($0.value)" }.joined(separator: " | ")
      }
    }
  }

  @Test(arguments: ListFiles.readable)
  func `插入空行，项目不变`(name: String) throws {
    let original = try ListFiles.short(name)
    let before = try Self.read(original)
    var random = SeededNumbers(name: name)
    var moved = original
    for sheet in moved.sheets.indices where !moved.sheets[sheet].rows.isEmpty {
      let header =
        before.tables.filter { $0.layout.sheet == moved.sheets[sheet].name }
        .flatMap(\.layout.headerRows)
      let places = moved.sheets[sheet].rows.map(\.number).filter { row in
        !header.contains(row) || row == header.max()
      }
      guard let place = places.randomElement(using: &random) else { continue }
      Mutation.insertBlankRow(below: place, in: &moved.sheets[sheet])
    }
    #expect(try Self.records(Self.read(moved)) == Self.records(before))
  }

  @Test(arguments: ListFiles.readable)
  func `换列的次序，项目不变`(name: String) throws {
    let original = try ListFiles.short(name)
    let before = try Self.read(original)
    var random = SeededNumbers(name: name)
    for _ in 0..<(1 + Self.mutants / 200) {
      var moved = original
      for index in moved.sheets.indices {
        let tables = before.tables.filter { $0.layout.sheet == moved.sheets[index].name }
        Mutation.permuteColumns(of: &moved.sheets[index], tables, &random)
      }
      #expect(try Self.records(Self.read(moved)) == Self.records(before))
    }
  }

  @Test(arguments: ListFiles.readable)
  func `表头换一个同义的写法，项目不变`(name: String) throws {
    let original = try ListFiles.short(name)
    let before = try Self.read(original)
    let words = try HeaderWords.shipped()
    var random = SeededNumbers(name: name)
    for index in original.sheets.indices {
      let tables = before.tables.filter { $0.layout.sheet == original.sheets[index].name }
      for _ in 0..<(1 + Self.mutants / 100) {
        var reworded = original
        let edit = Mutation.reword(&reworded.sheets[index], tables, words, &random)
        #expect(try Self.records(Self.read(reworded)) == Self.records(before), "\(edit)")
      }
    }
  }
}
