import Ledger
import Testing

@testable import Storage

/// What an entry says beside its changes is kept with it, covered by its hash, and gone with it.
@Suite struct NoteTests {
  let fixture: Fixture
  let store: LedgerStore

  init() throws {
    fixture = try Fixture(isFast: true)
    store = try fixture.open()
    var notes = EntryNotes()
    notes.set([Self.row])
    notes.set([MissingProject(project: 7, name: "一\t二\n\\三")])
    var draft = Drafts.list([Drafts.create([.name: .text("一")])])
    draft.notes = notes
    try store.commit(draft, expecting: nil, upload: Drafts.upload)
  }

  static let row = HeldRow(
    source: SourceRow(table: 0, number: 3), reason: .possibly("bareName"), projects: [1],
    values: [
      .init(key: .name, value: .text("二"), raw: nil),
      .init(key: .total, value: .wan(1), raw: "1万元"),
    ])

  @Test func `notes are read as they were written`() throws {
    let notes = try store.notes(of: 2)
    #expect(notes.all(HeldRow.self) == [Self.row])
    #expect(notes.all(MissingProject.self).map(\.name) == ["一\t二\n\\三"])
    #expect(notes.all(Finding.self).isEmpty)
    #expect(try store.standingNotes([.held]).map(\.entry) == [2])
    #expect(try store.standingNotes([.held], through: 1).isEmpty)
    #expect(try store.verify() == [])
  }

  @Test func `notes go with their entry and come back with it`() throws {
    let undo = try store.undo(store.undoPlan(of: 2), at: Fixture.day(1), actor: "韦", reason: nil)
    #expect(try store.standingNotes([.held]).isEmpty)
    #expect(try store.notes(of: 2).all(HeldRow.self) == [Self.row])
    try store.undo(
      store.undoPlan(of: undo.number), at: Fixture.day(2), actor: "韦", reason: nil)
    #expect(try store.standingNotes([.held]).map(\.entry) == [2])
  }

  @Test func `an entry that only holds something can be taken back`() throws {
    var draft = Drafts.list([])
    draft.notes.set([Self.row])
    let entry = try store.commit(draft, expecting: nil)
    #expect(try store.undoPlan(of: entry.number).takesSomethingBack)
  }

  @Test(arguments: [
    "DELETE FROM entry_note WHERE kind = 'held'", "DELETE FROM entry_note",
    "UPDATE entry_note SET body = replace(body, '二', '三')",
    "UPDATE entry_note SET kind = 'settled' WHERE kind = 'held'",
    "UPDATE entry_note SET kind = 'x' WHERE kind = 'held'",
    "UPDATE entry_note SET entry = 1", "UPDATE entry_note SET body = 'x'",
    "INSERT INTO entry_note VALUES (1, 'settled', 'row:2:0:3' || char(9) || 'left' || char(10))",
  ]) func `an altered note is found`(sql: String) throws {
    #expect(try store.verify() == [])
    try store.database.writeWithoutTransaction { try $0.run(sql) }
    #expect(try !store.verify().isEmpty)
  }
}
