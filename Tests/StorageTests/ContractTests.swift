import Engine
import Ledger
import Testing

@testable import Storage

/// What every engine does for those above it, without their saying so each time.
@Suite(.everyEngine) struct ContractTests {
  let fixture: Fixture
  let store: LedgerStore

  init() throws {
    fixture = try Fixture(isFast: true)
    store = try fixture.open()
  }

  private func read<T>(_ body: (Session) throws -> T) throws -> T { try store.database.read(body) }

  @Test func `NULL reads as 0 and as a text without bytes, and is told from both`() throws {
    try read { session in
      let row = try session.row("SELECT reason, undoes, actor, number FROM entry") { row in
        #expect(row.isNull(0) && row.isNull(1) && !row.isNull(2) && !row.isNull(3))
        #expect(row.textIfAny(0) == nil && row.int64IfAny(1) == nil)
        #expect(row.text(0) == "" && row.int64(1) == 0 && row.bytes(0).isEmpty)
        return row.text(2)
      }
      #expect(row == "system")
    }
  }

  @Test func `an integer reads as its decimal digits: the hash covers them`() throws {
    let digits = try read { try $0.row("SELECT at FROM entry") { ($0.text(0), $0.int64(0)) } }
    #expect(digits?.0 == digits.map { String($0.1) })
  }

  @Test func `a condition answers 1 or 0`() throws {
    let answers = try read { session in
      try ["entry", "project"].map { table in
        try session.integer("SELECT EXISTS (SELECT 1 FROM \(table))")
      }
    }
    #expect(answers == [1, 0])
  }

  @Test(arguments: ["", " ", "'", "a\tb\nc\\d\r", "电池\u{301}", "🏗", "?", "$1"])
  func `a text comes back byte by byte, and the empty one is not NULL`(text: String) throws {
    try store.commit(
      Drafts.edit(Drafts.create([.name: .text("一"), .code: .text(text)])), expecting: nil)
    let read = try #require(try store.project(1).record.text(.code))
    #expect(Array(read.utf8) == Array(text.utf8))
    let found = try store.database.read {
      try $0.integer("SELECT count(*) FROM project_detail WHERE code = ?", .text(text))
    }
    #expect(found == 1)
  }

  @Test func `a value with U+0000 is refused`() throws {
    let values: [(FieldKey, Value)] = [
      (.name, .text("a\0b")), (.remark, .text("\0")),
      (FieldKey(register: "shuangbai", year: 2026), .membership(Membership(batch: "\0"))),
    ]
    for (key, value) in values {
      var record = Record()
      record[FieldKey.name] = .text("一")
      record[key] = value
      #expect(throws: StorageError.malformedChange(row: nil)) {
        try store.commit(Drafts.edit(Drafts.create(record)), expecting: nil)
      }
    }
    #expect(try store.revision == 1)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, 1 << 53 + 1, .max])
  func `an integer of 64 bits comes back`(number: Int64) throws {
    try store.commit(
      Drafts.edit(Drafts.create([.name: .text("一"), .total: .money(Money(fen: number))])),
      expecting: nil)
    #expect(try store.project(1).record[.total] == .money(Money(fen: number)))
  }

  @Test func `a sum that leaves 64 bits is refused as that`() throws {
    let most = Value.money(Money(fen: .max))
    try store.commit(
      Drafts.edit(
        Drafts.create([.name: .text("一"), .total: most]),
        Drafts.create([.name: .text("二"), .total: most])), expecting: nil)
    let refusal: EngineError.Refusal? = try read { session in
      do {
        _ = try session.integer("SELECT sum(total_investment) FROM project")
        return nil
      } catch EngineError.refused(let refusal, _, _) { return refusal }
    }
    #expect(refusal == .overflow)
  }

  @Test func `statements run inside each other, also the same one`() throws {
    let entries = "SELECT number FROM entry ORDER BY number"
    try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    let pairs = try read { session in
      try session.rows(entries) { outer in
        try session.rows(entries) { inner in [outer.int64(0), inner.int64(0)] }
      }
    }
    #expect(pairs.flatMap { $0 } == [[1, 1], [1, 2], [2, 1], [2, 2]])
  }

  @Test func `texts come in the order of their bytes`() throws {
    try store.database.write { session in
      for (number, name) in ["电", "b", "A", "a", "é", "B"].enumerated() {
        try session.run(
          "INSERT INTO sender (id, name) VALUES (?, ?)", .integer(Int64(number + 1)), .text(name))
      }
    }
    #expect(
      try read { try $0.rows("SELECT name FROM sender ORDER BY name") { $0.text(0) } }
        == ["A", "B", "a", "b", "é", "电"])
  }

  @Test func `codes of units and names of folders are meant to the letter`() throws {
    try store.commit(
      Drafts.edit(Drafts.create([.name: .text("一"), FieldKey(.leadUnits): .references(["fgw"])])),
      expecting: nil)
    func count(_ unit: String) throws -> Int {
      var reach = Reach()
      reach.add(.units([unit]))
      return try store.seen(by: Sight(reach)).projectCount()
    }
    #expect(try ["fgw", "FGW", "f_w", "%"].map(count) == [1, 0, 0, 0])
    let list = EntryDraft(
      at: Fixture.day(1), actor: "韦", kind: .import,
      source: Source(
        fileName: "样例/list.xlsx", sha256: Drafts.upload.sha256, sender: "县", year: 2026,
        asOfMonth: nil, tables: [], outcomes: nil),
      changes: DraftChanges([Drafts.create([.name: .text("二")], row: 2)]))
    try store.commit(list, expecting: nil, upload: Drafts.upload)
    #expect(
      try ["样例", "样", "%", "样_", "样例/list.xlsx"].map {
        try store.holdsEntries(fromFilesIn: $0, through: .max)
      } == [true, false, false, false, false])
  }

  @Test(arguments: [0, 1, 24, 25, 26, 60])
  func `rows are added as many as there are, what is not bound is NULL`(count: Int) throws {
    struct TakenBack: Error {}
    #expect(throws: TakenBack.self) {
      try store.database.write { session in
        try session.connection.insertion(into: "sender", ["id", "name"]).run(count) {
          row, parameters, before in
          parameters.bind(Int64(row + 1), at: before + 1)
          try parameters.bind(.text("局\(row)"), at: before + 2)
        }
        let names = try session.rows("SELECT id, name FROM sender ORDER BY id") {
          "\($0.int64(0)) \($0.text(1))"
        }
        #expect(names == (0..<count).map { "\($0 + 1) 局\($0)" })
        throw TakenBack()
      }
    }
    #expect(try read { try $0.integer("SELECT count(*) FROM sender") } == 0)
  }

  @Test func `a reader goes on with the state it began with`() throws {
    let reader = try fixture.openReading()
    try reader.database.read { session in
      #expect(try LedgerStore.revision(session) == 1)
      try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
      #expect(try LedgerStore.revision(session) == 1)
    }
    #expect(try reader.revision == 2)
  }

  @Test func `a new kind of act needs no new schema, and is damage to a program that knows none`()
    throws
  {
    try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    try store.database.write { try $0.run("UPDATE entry SET kind = 'inspect' WHERE number = 2") }
    #expect(try store.verify().contains(.unreadable(table: "entry", row: 2)))
    #expect(throws: StorageError.damaged(table: "entry", row: 2)) { try store.entry(2) }
  }
}
