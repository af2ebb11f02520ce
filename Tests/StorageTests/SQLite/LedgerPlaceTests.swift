import Foundation
import Glibc
import Ledger
import Testing

@testable import Storage

/// What stands where a ledger is looked for is looked at first: nothing waits, nothing is made beside it.
@Suite struct LedgerPlaceTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture(isFast: true)
    try fixture.open().close()
  }

  private func open(_ path: String, _ access: LedgerStore.Access) throws -> LedgerStore {
    try LedgerStore.open(path: path, access: access) { Fixture.beginning }
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fixture.directory.path).sorted()
  }

  @Test(arguments: ["ledger.sqlite", "other"])
  func `a ledger with two names is read under each and written under none`(name: String) throws {
    try #require(link(fixture.path, fixture.file("other")) == 0)
    let path = fixture.file(name)
    try open(path, .reading).close()
    #expect(throws: StorageError.severalNames(path: path, count: 2)) {
      try open(path, .writing(timeout: .zero))
    }
    let backup = fixture.file("backup.sqlite")
    let store = try open(path, .reading)
    try store.backup(to: backup)
    try store.close()
    #expect(throws: StorageError.self) {
      try LedgerStore.restore(from: backup, to: path, losing: true, timeout: .zero) { _ in }
    }
    unlink(fixture.file(name == "other" ? "ledger.sqlite" : "other"))
    try open(path, .writing(timeout: .zero)).close()
    try LedgerStore.restore(from: backup, to: path, losing: true, timeout: .zero) { _ in }
  }

  @Test func `folders, pipes and devices are no ledgers, and nothing is made beside them`() throws {
    try #require(mkfifo(fixture.file("pipe"), 0o600) == 0)
    try #require(mkdir(fixture.file("folder"), 0o700) == 0)
    try #require(symlink("/dev/null", fixture.file("device")) == 0)
    let before = try names()
    for name in ["pipe", "folder", "device"] {
      let path = fixture.file(name)
      for access in [LedgerStore.Access.reading, .writing(timeout: .zero)] {
        #expect(throws: StorageError.notAFile(path: path, isFolder: name == "folder")) {
          try open(path, access)
        }
      }
    }
    #expect(try names() == before)
    #expect(access("/dev/null.lock", F_OK) != 0)
  }

  @Test(arguments: ["-journal", "-wal", "-shm", ".lock"])
  func `a pipe or folder beside a ledger is refused before it is opened with it`(
    end: String
  ) throws {
    let beside = fixture.path + end
    unlink(beside)
    for isFolder in [false, true] {
      try #require((isFolder ? mkdir(beside, 0o700) : mkfifo(beside, 0o600)) == 0)
      for access in [LedgerStore.Access.reading, .writing(timeout: .zero)] {
        #expect(throws: StorageError.notAFile(path: beside, isFolder: isFolder)) {
          try open(fixture.path, access)
        }
      }
      #expect((isFolder ? rmdir(beside) : unlink(beside)) == 0)
    }
    try open(fixture.path, .writing(timeout: .zero)).close()
  }
}
