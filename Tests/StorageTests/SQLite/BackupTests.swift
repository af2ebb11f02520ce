import Engine
import Foundation
import Ledger
import Testing

@testable import Storage

@Suite struct BackupTests {
  let fixture: Fixture
  let store: LedgerStore

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
    try store.commit(
      Drafts.list([Drafts.create([.name: .text("一")])]), expecting: nil, upload: Drafts.upload)
  }

  @Test func `a backup restores the ledger as it was`() throws {
    let backup = fixture.file("backup.sqlite")
    try store.backup(to: backup)
    try store.commit(Drafts.edit(Drafts.create([.name: .text("二")])), expecting: nil)
    try store.close()
    try LedgerStore.restore(from: backup, to: fixture.path, losing: true, timeout: .seconds(1)) {
      _ in
    }
    let restored = try fixture.open()
    #expect(try restored.revision == 2)
    #expect(try restored.verify() == [])
    #expect(try restored.upload(of: 2)?.bytes == Drafts.upload.bytes)
    try restored.commit(Drafts.edit(Drafts.create([.name: .text("三")])), expecting: 2)
  }

  @Test func `a reader can back up while a writer holds the ledger`() throws {
    let reader = try fixture.openReading()
    try reader.backup(to: fixture.file("backup.sqlite"))
    let copy = try LedgerStore.open(path: fixture.file("backup.sqlite"), access: .reading) { nil }
    #expect(try copy.revision == 2)
  }

  @Test func `a tampered backup is refused and the ledger stays`() throws {
    let backup = fixture.file("backup.sqlite")
    try store.backup(to: backup)
    let copy = try LedgerStore.open(path: backup, access: .writing(timeout: .seconds(1))) { nil }
    try copy.database.write { try $0.run("UPDATE project SET total_investment = 9") }
    try copy.close()
    try store.close()
    #expect(throws: StorageError.unfitBackup(path: backup, findings: 1)) {
      try LedgerStore.restore(from: backup, to: fixture.path, losing: true, timeout: .seconds(1)) {
        _ in
      }
    }
    #expect(try fixture.open().revision == 2)
  }

  @Test func `a backup takes the place of a destroyed ledger`() throws {
    let backup = fixture.file("backup.sqlite")
    try store.backup(to: backup)
    try store.close()
    try Data(repeating: 7, count: 9_000).write(to: URL(filePath: fixture.path))
    try LedgerStore.restore(from: backup, to: fixture.path, losing: true, timeout: .seconds(1)) {
      _ in
    }
    #expect(try fixture.open().verify() == [])
  }

  @Test func `a ledger somebody writes is not replaced`() throws {
    let backup = fixture.file("backup.sqlite")
    try store.backup(to: backup)
    #expect(throws: StorageError.busy(path: fixture.path)) {
      try LedgerStore.restore(
        from: backup, to: fixture.path, losing: true, timeout: .milliseconds(50)
      ) { _ in }
    }
  }
}
