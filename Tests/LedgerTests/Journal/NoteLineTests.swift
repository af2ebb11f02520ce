import Testing

@testable import Ledger

/// What is noted reads back as what it was.
@Suite struct NoteLineTests {
  private func back<Line: NoteLine>(_ line: Line) -> Line? {
    var notes = EntryNotes()
    notes.set([line])
    return EntryNotes(notes.texts).all(Line.self).first
  }

  @Test(arguments: ["", "x", "a\tb", "a\nb", "a\\b", "a\\tb", "，,\\,", "甲、乙"])
  func `texts of any kind come back`(text: String) throws {
    let word = UnresolvedTerm(
      subject: .unit, text: text, fields: [.leadUnits, .chain], cells: ["表!A1", "B2"], nearest: [])
    #expect(back(word) == word)
    let column = UnreadColumn(
      sheet: text, letters: "AB", header: ["甲", text + "x"], isAsked: true, samples: [text + "y"],
      nearest: [.remark])
    #expect(back(column) == column)
    let finding = Finding(
      .refUnknown, sheet: text, cell: "C12", raw: text, field: FieldKey("plan.2026"),
      candidates: ["甲,乙", "丙"])
    #expect(back(finding) == finding)
    let project = MissingProject(project: 12, name: text)
    #expect(back(project) == project)
  }

  @Test(arguments: [
    HeldRow.Reason.several, .repeated(row: 12), .possibly("phaseOnOneSide"),
  ]) func `a held row comes back with its values`(reason: HeldRow.Reason) throws {
    let row = HeldRow(
      source: SourceRow(table: 1, number: 7), reason: reason, projects: [3, 9],
      values: [
        .init(key: FieldKey(.name), value: .text("甲\t厂"), raw: nil),
        .init(key: FieldKey(.totalInvestment), value: .money(Money(fen: 500)), raw: "5元"),
        .init(key: FieldKey(.leadUnits), value: .references(["drc", "a,b"]), raw: nil),
      ])
    let read = try #require(back(row))
    #expect(read == row && read.values == row.values && read.name == "甲\t厂")
    #expect(read[FieldKey(.totalInvestment)] == .money(Money(fen: 500)))
    #expect(read[FieldKey(.code)] == nil)
  }

  @Test func `sides of a conflict may be blank`() throws {
    let conflict = OpenConflict(
      source: SourceRow(table: 0, number: 2), project: 1, key: FieldKey(.remark), base: nil,
      ledger: .text("甲"), list: nil, raw: nil)
    #expect(back(conflict) == conflict)
    let difference = OpenConflict(
      source: SourceRow(table: 0, number: 2), project: 1, key: FieldKey(.remark), base: nil,
      ledger: .text("甲"), list: .text("乙"), raw: nil, senders: ["甲局", "乙,局"])
    #expect(back(difference) == difference)
    let aside = Aside(
      source: SourceRow(table: 0, number: 2), project: 1, key: FieldKey(.remark), reason: .equals,
      list: nil, ledger: .text("甲"), senders: ["甲局", "/清单"], month: Period("2026-03"))
    #expect(back(aside) == aside)
    let word = OutrankedStatement(project: 3, key: FieldKey(.stage), speaker: "/清单")
    #expect(back(word) == word)
    let layout = LayoutNote(sheet: "", difference: ["missing", "投资方", ""])
    #expect(back(layout) == layout)
  }

  @Test func `rows are told as runs`() throws {
    let rows = UnreadRows(sheet: "表", what: "total", numbers: [3, 7, 8, 9])
    #expect(rows.rowsText == "3 7-9" && rows.count == 4)
    #expect(back(rows) == rows)
  }

  @Test(arguments: [
    "row:12:0:5", "word:chain:甲局:轴瓦", "header:甲局:亮灯", "conflict:2:1:plan.2026",
    "duplicate:1:2", "list:甲局:2026-03", "missing:3:甲局:2026-04", "difference:3:甲局:stage",
  ]) func `an identifier reads back`(text: String) throws {
    let id = try #require(PendingID(text))
    #expect(id.text == text)
    for answer in [Settled.Answer.project(3), .new, .left, .replaced] {
      #expect(back(Settled(id, answer)) == Settled(id, answer))
    }
  }

  @Test(arguments: ["", "row", "row:", "行:1", "rows:1:2:3"])
  func `what is no identifier is none`(text: String) { #expect(PendingID(text) == nil) }

  @Test func `only rows have a place, only duplicates a pair`() throws {
    #expect(PendingID("row:12:0:5")?.row?.source == SourceRow(table: 0, number: 5))
    #expect(PendingID("row:12:0")?.row == nil && PendingID("duplicate:1:2")?.row == nil)
    #expect(PendingID("duplicate:9:2")?.pair == ProjectPair(2, 9))
    #expect(PendingID("row:12:0:5")?.pair == nil)
  }

  @Test(arguments: EntryNotes.Kind.allCases)
  func `a text that is none of its kind is told`(kind: EntryNotes.Kind) {
    #expect(!EntryNotes.isReadable(kind, "x\n"))
    #expect(!EntryNotes.isReadable(kind, ""))
  }
}
