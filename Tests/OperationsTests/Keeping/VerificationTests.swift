import Crypto
import Foundation
import Intake
import Ledger
import Machine
import Synchronization
import Testing

@testable import Operations
@testable import SQLiteEngine
@testable import Storage

/// 核验连同留存的原始文件，并写明末笔凭证。
@Suite struct VerificationTests {
  let scratch: ScratchLedger
  private var operations: LedgerOperations { scratch.operations }

  init() throws { scratch = try ScratchLedger() }

  /// Writes into the ledger's file behind the program's back.
  private func alter(_ sql: String) throws {
    let database = try SQLiteDatabase.writing(path: operations.path, timeout: .seconds(5))
    try database.writeWithoutTransaction { connection in
      try connection.run("PRAGMA foreign_keys = OFF")
      try connection.run(sql)
    }
    try database.close()
  }

  /// Commits a list of one project as a program would that lies about its file.
  private func commit(_ file: String, rows: ClosedRange<Int>) throws -> Entry {
    try commit(
      file,
      rows.map { row in
        DraftChange(
          project: nil, kind: .create,
          fields: [FieldChange(key: FieldKey(.name), before: nil, after: .text("测试一"))],
          row: SourceRow(table: 0, number: row))
      }, column: 0)
  }

  private func commit(
    _ file: String, name: Value, raw: String? = nil, row: Int = 2, column: Int = 0
  ) throws -> Entry {
    try commit(
      file,
      [
        DraftChange(
          project: nil, kind: .create,
          fields: [FieldChange(key: FieldKey(.name), before: nil, after: name, raw: raw)],
          row: SourceRow(table: 0, number: row))
      ], column: column)
  }

  private func commit(_ file: String, _ changes: [DraftChange], column: Int) throws -> Entry {
    let bytes = Array(file.utf8)
    let sha256 = Hexadecimal.text(SHA256.hash(data: bytes))
    let source = Source(
      fileName: "清单.csv", sha256: sha256, sender: "测试", year: 2026, asOfMonth: nil,
      tables: [SourceTable(sheet: "", columns: [FieldKey(.name): column])])
    let draft = EntryDraft(
      at: scratch.clock.tick(), actor: "测试", kind: .import, source: source,
      changes: DraftChanges(changes))
    return try operations.writing { store, _ in
      try store.commit(
        draft, expecting: nil, upload: Upload(name: "清单.csv", sha256: sha256, bytes: bytes))
    }
  }

  @Test(
    arguments: [
      ("项目名称\n测试一", "测试一", nil, 2, 0, true), ("项目名称\n测试一", "测试二", nil, 2, 0, false),
      ("项目名称\n测试一", "测试一", nil, 3, 0, true), ("项目名称\n测试一\n测试二", "测试一", nil, 3, 0, false),
      ("项目名称\n测试一,甲", "测试一", nil, 2, 1, true), ("名称,项目\n甲,测试一", "测试一", nil, 2, 0, true),
      ("项目名称\n 测试一 ", "测试一", nil, 2, 0, true), ("项目名称\n测试一", "测试一", "别的原文", 2, 0, false),
      ("项目名称\n测试一\n同上", "测试一", nil, 3, 0, true),
    ] as [(String, String, String?, Int, Int, Bool)])
  func `每个值的原文在它所记的单元格里`(
    file: String, name: String, raw: String?, row: Int, column: Int, isThere: Bool
  ) throws {
    let entry = try commit(file, name: .text(name), raw: raw, row: row, column: column)
    let cell = "\(column == 0 ? "A" : "B")\(row)"
    #expect(
      try operations.verify()
        == (isThere
          ? []
          : [.valuesNotInFile(entry: entry.number, count: 1, sheet: "", cell: cell)]))
  }

  @Test func `几万行同上、几百处合并，核对的时间随行数走`() throws {
    let rows = 8_000
    let file = "项目名称\n测试一\n" + String(repeating: "同上\n", count: rows)
    let started = ContinuousClock.now
    let entry = try commit(file, rows: 2...rows + 2)
    #expect(try operations.verify() == [])
    #expect(entry.counts.created == rows + 1)
    // Row by row up to the first it would be 32 million cells.
    #expect(ContinuousClock.now - started < .seconds(60))
  }

  @Test func `读不了的原始文件说出来，不算不符`() throws {
    let entry = try commit("\u{0}\u{1}PK", name: .text("测试一"))
    let verification = try operations.verification()
    #expect(verification.findings == [])
    #expect(verification.notes == [.fileNotRead(name: "清单.csv", entry: entry.number)])
  }

  @Test func `末笔凭证的号和校验记在别处，截尾和另一本台账都看得出`() throws {
    try scratch.commit("14-dates.xlsx")
    let first = try #require(try operations.verification().last)
    let head = LedgerHead(first)
    #expect(LedgerHead(head.text) == head)
    #expect(try operations.verification(expecting: head).findings == [])
    _ = try operations.edit("1", [Assignment(field: "remark", text: "其后")], reason: nil)
    #expect(try operations.verification(expecting: head).findings == [])
    let later = LedgerHead(try #require(try operations.verification().last))
    // The tail is cut with all that it left.
    try alter(
      """
      UPDATE project_detail SET remark = NULL WHERE project = 1;
      UPDATE project SET revision = 2 WHERE id = 1;
      DELETE FROM change WHERE entry = 3;
      DELETE FROM entry WHERE number = 3
      """)
    #expect(try operations.verify() == [])
    #expect(
      try operations.verification(expecting: later).findings == [.headMissing(later, last: 2)])
    let other = try ScratchLedger()
    try other.commit("13-project-codes.xlsx")
    #expect(try other.operations.verification(expecting: head).findings == [.headDiffers(head)])
  }

  @Test(arguments: [
    "", "3", "3:", ":ab", "0:\(EntryHash.none)", "x:\(EntryHash.none)", "3:ab",
    "3:\(EntryHash.none):",
  ])
  func `记下的凭证写得不对就不认`(text: String) {
    #expect(LedgerHead(text) == nil)
  }

  @Test func `发出登记由下一张凭证覆盖，此前的条数说出来`() throws {
    try scratch.commit("14-dates.xlsx")
    try operations.writing { store, _ in
      try store.keep([
        Publication(
          at: scratch.clock.tick(), actor: "测试", book: "leaders", filter: "", revision: 2,
          projects: 1, file: "领导.xlsx", sha256: EntryHash.none)
      ])
    }
    #expect(try operations.verification().notes == [.uncoveredPublications(1)])
    _ = try operations.edit("1", [Assignment(field: "remark", text: "其后")], reason: nil)
    #expect(try operations.verification().notes == [])
    try alter(
      """
      DROP TRIGGER publication_is_final;
      UPDATE publication SET actor = '别人';
      """)
    #expect(try operations.verify().contains(.registerDiffers(entry: 3)))
  }

  @Test func `时钟跑在前面或走错过，核验和检查都说出来`() throws {
    try scratch.commit("14-dates.xlsx")
    let ahead = try #require(try operations.verification().last).at.addingTimeInterval(-86_400)
    let slow = LedgerOperations(path: operations.path, actor: "测试") { ahead }
    let notes = try slow.verification().notes
    #expect(notes == [.lastIsToCome(at: ahead.addingTimeInterval(86_400), now: ahead)])
    #expect(try slow.checkUp().note != nil)
    #expect(try operations.checkUp().note == nil)
  }

  /// Written by version 0.1.0 with schema 6: lists, an edit taken back, a merge, a milestone, books sent
  /// out. Its balance holds figures of a year that were written into each other. 测试数据
  @Test func `上一版写的台账核验通过，余额重写一次并说出来`() throws {
    let kept = Fixtures.lists.appending(path: "../Ledgers/schema-6.sqlite.gz").standardized.path
    _ = try Python.output([
      "-c", "import gzip, sys; open(sys.argv[2], 'wb').write(gzip.open(sys.argv[1]).read())", kept,
      operations.path,
    ])
    let notes = Mutex<[LedgerNote]>([])
    var watched = operations
    watched.watch = LedgerWatch(confirms: { _ in true }) { note in
      notes.withLock { $0.append(note) }
    }
    let verification = try watched.verification()
    #expect(verification.findings == [])
    #expect(verification.last?.number == 8)
    let copy = RealPath.of(operations.path).replacing(
      ".sqlite", with: ".before-v\(SQLiteEngine().latestSchema).sqlite")
    #expect(
      notes.withLock { $0 } == [
        .earlierKept(path: copy),
        .balanceRewritten(schema: 6, to: SQLiteEngine().latestSchema),
      ])
    _ = try watched.edit("1", [Assignment(field: "remark", text: "其后")], reason: nil)
    #expect(try watched.verify() == [])
    _ = try scratch.export(.raw, "raw.csv")
  }

  /// The same ledger as a program of each later schema would have left it: the last step writes the balance anew.
  @Test(arguments: 6..<SQLiteEngine().latestSchema)
  func `从前每一版格式的台账都打得开，内容一样，核验通过`(schema: Int) throws {
    let kept = Fixtures.lists.appending(path: "../Ledgers/schema-6.sqlite.gz").standardized.path
    _ = try Python.output([
      "-c", "import gzip, sys; open(sys.argv[2], 'wb').write(gzip.open(sys.argv[1]).read())", kept,
      operations.path,
    ])
    let database = try SQLiteDatabase.writing(path: operations.path, timeout: .seconds(5))
    try database.writeWithoutReferences { connection in
      for step in Migration.all where step.number > 6 && step.number <= schema {
        try connection.run(step.sql)
      }
      try connection.setSchemaVersion(schema)
    }
    try database.close()
    let verification = try operations.verification()
    #expect(verification.findings == [])
    #expect(verification.last?.number == 8)
    #expect(
      verification.last?.hash
        == "4f1005acc6bd730d115e01fdf82f05f0903c6f8260cc255d725cb14025879216")
    #expect(try operations.list(QuestionOptions(filter: [:])).content.totals.count > 0)
  }

  @Test func `金额和日期到了尽头，每本报表、每个问题照样有答`() throws {
    let ledger = try BookLedger()
    for value in [Int64.max, .min] {
      let database = try SQLiteDatabase.writing(
        path: ledger.scratch.operations.path, timeout: .seconds(5))
      try database.writeWithoutTransaction { connection in
        for column in ProjectColumn.all {
          switch column.field.kind {
          case .money, .quantity:
            try connection.run("UPDATE \(column.table.rawValue) SET \(column.name) = \(value)")
          case .series:
            let series = "2026=\(value) 2026-01..03=\(value) 2026-02=\(value)"
            try connection.run("UPDATE \(column.table.rawValue) SET \(column.name) = '\(series)'")
          case .date:
            let day = value > 0 ? "2199-12-31" : "1900-01-01"
            try connection.run("UPDATE \(column.table.rawValue) SET \(column.name) = '\(day)'")
          default: break
          }
        }
      }
      try database.close()
      _ = try ledger.export(to: ledger.scratch.folder)
      let operations = ledger.scratch.operations
      #expect(try operations.list(QuestionOptions(filter: [:])).content.totals.count > 0)
      _ = try operations.show("1")
      _ = try operations.verify()
    }
  }
}
