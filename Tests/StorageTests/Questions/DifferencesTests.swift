import Engine
import Ledger
import Testing

@testable import Storage

@Suite(.everyEngine) struct DifferencesTests {
  @Test
  func `between two revisions only what is another one is told, with the last act and its cell`()
    throws
  {
    let fixture = try Fixture(isFast: true)
    let store = try fixture.open()
    let name = Value.text("电芯项目")
    try store.commit(
      Drafts.list([Drafts.create([.name: name, FieldKey(.remark): .text("甲")], row: 5)]),
      expecting: nil, upload: Drafts.upload)
    let first = try store.revision
    try store.commit(
      Drafts.edit(
        Drafts.update(1, FieldKey(.remark), .text("甲"), .text("乙")),
        Drafts.create([.name: .text("新项目"), FieldKey(.remark): .text("丙")])), expecting: nil)
    try store.commit(
      Drafts.edit(Drafts.update(1, FieldKey(.remark), .text("乙"), .text("丁"))), expecting: nil)
    try store.commit(
      Drafts.edit(Drafts.update(1, FieldKey(.content), nil, .text("来"))), expecting: nil)
    try store.commit(
      Drafts.edit(Drafts.update(1, FieldKey(.content), .text("来"), nil)), expecting: nil)
    let last = try store.revision
    let found = try store.differences(after: first, through: last)
    #expect(found[1]?.map(\.key) == [FieldKey(.remark)])
    #expect(found[1]?.first?.before == .text("甲") && found[1]?.first?.after == .text("丁"))
    #expect(found[1]?.first?.entry.number == first + 2)
    #expect(found[2]?.map(\.key) == [.name])
    let whole = try store.differences(after: 0, through: first)
    #expect(whole[1]?.first?.origin.cell == "B5")
    #expect(try store.differences(after: last, through: last).isEmpty)
  }

  @Test
  func
    `a publication is kept as it was, and those of some books at earlier revisions are found, latest first`()
    throws
  {
    let fixture = try Fixture(isFast: true)
    let store = try fixture.open()
    func publication(_ book: String, _ filter: String, _ file: String) -> Publication {
      Publication(
        at: Fixture.day(1), actor: "韦", book: book, filter: filter, revision: 1, projects: 3,
        file: file, sha256: String(repeating: "0", count: 64))
    }
    let all = [
      publication("changes", "", "1.xlsx"), publication("leaders", "", "2.xlsx"),
      publication("leaders", "chain=robot", "3.xlsx"),
    ]
    let kept = try store.keep(all)
    #expect(kept.map(\.number) == [1, 2, 3])
    #expect(
      kept.map { publication in
        var publication = publication
        publication.number = nil
        return publication
      } == all)
    #expect(try store.publications(limit: 9) == kept.reversed())
    #expect(
      try store.publications(of: ["leaders"], before: 2).map(\.file) == ["3.xlsx", "2.xlsx"])
    #expect(try store.publications(of: ["leaders", "changes"], before: 2).count == 3)
    #expect(try store.publications(of: ["gaps"], before: 2).isEmpty)
    #expect(try store.publications(of: ["leaders"], before: 1).isEmpty)
    #expect(throws: StorageError.self) {
      try store.database.write { try $0.run("UPDATE publication SET projects = 4") }
    }
    #expect(throws: StorageError.self) {
      try store.database.write { try $0.run("DELETE FROM publication") }
    }
  }
}
