import Foundation
import Intake
import Ledger
import Matching
import Testing
import Wording

@testable import Operations
@testable import SQLiteEngine
@testable import Storage

/// 台账文件里的号指到别处、数大得离谱：每个命令答一句中文，从不崩溃，也不说程序里的名字。
///
/// `Tests/Faults/damage` runs all of them; here some have their turn.
@Suite struct DamagedLedgerTests {
  private static let step =
    ProcessInfo.processInfo.environment["TAIZHANG_FAULTS"] == "all" ? 1 : 67

  /// What a reference of a project, or an item itself, may turn into.
  private static let damages: [String] = {
    let kinds = CatalogueKind.allCases.map(\.rawValue)
    let foreign = ["chain", "stage", "condition", "district", "zone"].flatMap { column in
      kinds.flatMap { kind in
        ["", " WHERE id % 3 = 0"].map {
          "UPDATE project SET \(column) = (SELECT min(id) FROM catalogue_item WHERE kind = '\(kind)')"
            + $0
        }
      }
    }
    let items = kinds.flatMap { kind in
      [
        "SET code = 'x' || id", "SET body = replace(body, '2026', '9223372036854775807')",
        "SET body = replace(body, '1', '-9223372036854775808')",
        "SET body = replace(body, '\":\"', '\":[\"x\"],\"y\":\"')", "SET kind = 'setting'",
      ].map { "UPDATE OR IGNORE catalogue_item \($0) WHERE kind = '\(kind)'" }
    }
    let numbers = [Int64.max, .min, 0, 1 << 40].flatMap { number in
      [
        "project SET total_investment", "project_detail SET land_area", "project_detail SET jobs",
        "entry SET changes", "entry SET first_change", "entry SET created", "entry SET at",
        "entry SET year", "entry SET as_of_month", "entry SET merged_into", "change SET project",
        "change SET source_row", "membership SET year", "project SET revision",
        "catalogue_item SET position", "catalogue_item SET id",
      ].flatMap { column in
        ["", " WHERE rowid = 2"].map { "UPDATE OR IGNORE \(column) = \(number)\($0)" }
      }
    }
    return foreign + items + numbers
  }()

  /// All that is asked of a ledger, and some of what is done to it.
  private static func commands(_ operations: LedgerOperations, _ folder: URL) -> [() throws -> Void]
  {
    let question = QuestionOptions(filter: [:])
    let books = Book.allCases.map { book in
      {
        let since = try ExportOptions.Beginning(BookLedger.listed)
        try operations.export(
          book, ExportOptions(question: question, since: since),
          to: folder.appending(path: "\(book.rawValue).xlsx").path)
      }
    }
    return books + [
      { _ = try operations.exportUnits(question, to: folder.path) },
      { _ = try operations.verify(book: FilePath(folder.appending(path: "sound.xlsx").path)) },
      { _ = try operations.list(question) }, { _ = try operations.facets(question) },
      { _ = try operations.funnel(question) }, { _ = try operations.matrix(question) },
      { _ = try operations.entries(limit: 99) }, { _ = try operations.undoPlan(of: 2) },
      { _ = try operations.verify() }, { _ = try operations.duplicates(withPutOff: true) },
      { _ = try operations.edit("1", [Assignment(field: "remark", text: "注")], reason: nil) },
      { _ = try operations.move("3", StageMove(stage: "签约", reason: "误填")) },
      {
        _ = try operations.merge(try operations.mergePlan("4", into: "2", taking: []), reason: nil)
      },
      { _ = try operations.undo(try operations.undoPlan(of: 3), reason: nil) },
      {
        let file = try ReceivedFile(path: BookLedger.list.path)
        _ = try operations.commit(try operations.prepare(file, ImportOptions(year: 2026)))
      },
    ]
  }

  @Test func `指到别处的号和大得离谱的数，每个命令都答一句中文`() throws {
    let sound = try BookLedger()
    let folder = sound.scratch.folder
    try sound.scratch.operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])),
      to: folder.appending(path: "sound.xlsx").path)
    var said: Set<String> = []
    for number in stride(from: Self.step == 1 ? 0 : 2, to: Self.damages.count, by: Self.step) {
      let scratch = try ScratchLedger()
      try FileManager.default.copyItem(
        atPath: sound.scratch.operations.path, toPath: scratch.operations.path)
      let database = try SQLiteDatabase.writing(path: scratch.operations.path, timeout: .seconds(5))
      try database.writeWithoutTransaction { connection in
        try connection.run(
          "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        // Some numbers can stand only where the table allows them.
        try? connection.run(Self.damages[number])
      }
      try database.close()
      if Self.step == 1 { print(Self.damages[number]) }
      for command in Self.commands(scratch.operations, folder) {
        do { try command() } catch { said.insert(ErrorWording(error).sentence) }
      }
    }
    #expect(!said.isEmpty)
    let words = said.filter { sentence in
      sentence.contains(/[a-z][A-Z]|[a-z]:|\(code|未预料|数据库报错/)
        || !sentence.contains { $0 >= "\u{4E00}" && $0 <= "\u{9FFF}" }
    }
    #expect(words.isEmpty)
  }
}
