import Engine
import Foundation
import Ledger
import Machine
import Testing

@testable import SQLiteEngine
@testable import Storage

/// Where a ledger stands: its modes, its links, and folders that may only be read.
@Suite struct PlaceTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  private func mode(_ path: String) -> mode_t? {
    RealPath.facts(of: path).map { $0.st_mode & 0o777 }
  }

  @Test func `a ledger and all beside it are for their owner alone, whatever the umask`() throws {
    let store = try fixture.open()
    try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    for suffix in ["", "-wal", "-shm", ".lock"] {
      #expect(mode(fixture.path + suffix) == 0o600, "\(suffix)")
    }
    try store.backup(to: fixture.file("backup.sqlite"))
    #expect(mode(fixture.file("backup.sqlite")) == 0o600)
  }

  @Test func `whoever may write a ledger may take its lock`() throws {
    try fixture.open().close()
    chmod(fixture.path, 0o660)
    try DurableFile.remove(fixture.path + ".lock")
    let mask = umask(0)
    defer { umask(mask) }
    try fixture.open().close()
    #expect(mode(fixture.path + ".lock") == 0o660)
  }

  @Test(arguments: [mode_t(0o660), 0o644, 0o600])
  func `the lock follows the ledger's mode, whoever made it and under which mask`(
    mode: mode_t
  ) throws {
    let mask = umask(0o077)
    defer { umask(mask) }
    try fixture.open().close()
    #expect(self.mode(fixture.path + ".lock") == 0o600)
    chmod(fixture.path, mode)
    try fixture.open().close()
    #expect(self.mode(fixture.path + ".lock") == mode)
  }

  @Test(.enabled(if: geteuid() == 0 && ReadOnlyMedium.isPossible, "needs the right to mount"))
  func `media that can only be read are not called full`() throws {
    try fixture.open().close()
    let medium = try ReadOnlyMedium(of: fixture.path)
    defer { medium.remove() }
    let store = try LedgerStore.open(path: medium.path, access: .reading) { nil }
    #expect(try store.revision == 1)
    #expect(
      EngineError(code: 14, message: "", path: medium.path) == .notWritable(path: medium.path))
  }

  @Test func `a link leads to the ledger's own lock and log`() throws {
    let link = fixture.file("link.sqlite")
    #expect(symlink("ledger.sqlite", link) == 0)
    let made = try LedgerStore.open(path: link, access: .writing(timeout: .seconds(1))) {
      Fixture.beginning
    }
    #expect(throws: StorageError.busy(path: fixture.path)) {
      try fixture.open(timeout: .milliseconds(50))
    }
    try made.close()
    try fixture.open().close()
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.directory.path)
    #expect(names.filter { $0.hasPrefix("link") } == ["link.sqlite"])
  }

  @Test(arguments: ["", "/", "sub/../", "loop/"])
  func `one file has one path`(way: String) throws {
    try FileManager.default.createDirectory(
      atPath: fixture.file("sub"), withIntermediateDirectories: true)
    symlink(".", fixture.file("loop"))
    #expect(LedgerFiles(path: fixture.file(way + "ledger.sqlite")).main == fixture.path)
    try fixture.open().close()
    #expect(LedgerFiles(path: fixture.file(way + "ledger.sqlite")).main == fixture.path)
  }

  @Test func `a question asked while a whole list is written is answered at once`() throws {
    let writer = try fixture.open()
    let list = (0..<6_000).map { Drafts.create([.name: .text("项目\($0)")]) }
    var asked = 0
    try writer.commit(Drafts.list(list), expecting: nil, upload: Drafts.upload) { _ in
      guard asked < 3 else { return }
      asked += 1
      let started = ContinuousClock.now
      let reader = try fixture.openReading()
      #expect(try reader.revision == 1)
      try reader.close()
      #expect(ContinuousClock.now - started < .seconds(1))
    }
    #expect(asked == 3)
    #expect(try fixture.openReading().revision == 2)
  }
}
