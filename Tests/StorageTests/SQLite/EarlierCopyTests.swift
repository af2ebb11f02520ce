import Engine
import Foundation
import Glibc
import Ledger
import Machine
import Synchronization
import Testing

@testable import SQLiteEngine
@testable import Storage

/// The copy that stands beside a ledger of an earlier program once it was upgraded.
@Suite struct EarlierCopyTests {
  private let fixture: Fixture
  private let heard = Heard()
  private final class Heard: Sendable {
    let notes = Mutex<[LedgerNote]>([])
  }

  private static let latest = SQLiteEngine().latestSchema

  init() throws {
    fixture = try Fixture()
    let store = try fixture.open()
    try store.commit(
      Drafts.list([Drafts.create([.name: .text("动力电池项目")])]), expecting: nil,
      upload: Drafts.upload)
    try store.close()
    try fixture.writeAgain(with: Array(Migration.all.prefix(7)))
  }

  private func opened(_ access: LedgerStore.Access = .writing(timeout: .seconds(5))) throws
    -> LedgerStore
  {
    let watch = LedgerWatch(confirms: { _ in true }) { [heard] note in
      heard.notes.withLock { $0.append(note) }
    }
    return try LedgerStore.open(SQLiteEngine(), fixture.path, access, watch) { nil }
  }

  private func copy(_ ending: String = "") -> String {
    RealPath.of(fixture.path).replacing(
      ".sqlite", with: ".before-v\(Self.latest)\(ending).sqlite")
  }

  /// The version and the hashes of a file, without upgrading it.
  private func content(of path: String) throws -> (version: Int, hashes: [String]) {
    let database = try SQLiteDatabase.reading(path: path)
    defer { try? database.close() }
    return try database.reading { connection in
      (
        try connection.schemaVersion,
        try connection.rows("SELECT hash FROM entry ORDER BY number") { $0.text(0) }
      )
    }
  }

  private var beside: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        atPath: fixture.directory.path(percentEncoded: false)
      ).filter { $0.contains(".before") }.sorted()
    }
  }

  @Test(arguments: [LedgerStore.Access.writing(timeout: .seconds(5)), .reading])
  func `升级前的台账留一份在旁边，说出在哪里，只有主人能读，只留一次`(access: LedgerStore.Access) throws {
    let before = try content(of: fixture.path)
    try opened(access).close()
    let kept = try content(of: copy())
    #expect(kept.version == 7)
    #expect(kept.hashes == before.hashes && !kept.hashes.isEmpty)
    #expect(try #require(RealPath.facts(of: copy())).st_mode & 0o777 == 0o600)
    #expect(heard.notes.withLock { $0.first } == .earlierKept(path: copy()))
    #expect(try content(of: fixture.path).version == Self.latest)

    heard.notes.withLock { $0 = [] }
    try opened().close()
    #expect(heard.notes.withLock { $0 } == [])
    #expect(try beside == ["ledger.before-v\(Self.latest).sqlite"])
  }

  @Test func `留了副本还没升级就断了的，下次用同一份；别的台账的副本不动，另取名字`() throws {
    let database = try SQLiteDatabase.writing(path: fixture.path, timeout: .seconds(5))
    #expect(try database.keepEarlier() == copy())
    try database.close()
    let made = try FileManager.default.attributesOfItem(atPath: copy())[.systemFileNumber] as? Int
    try opened().close()
    #expect(
      try FileManager.default.attributesOfItem(atPath: copy())[.systemFileNumber] as? Int == made)
    #expect(heard.notes.withLock { $0.first } == .earlierKept(path: copy()))

    // An older ledger is put in place of the upgraded one, which has another copy.
    let other = try Fixture()
    try other.open().close()
    try other.writeAgain(with: Array(Migration.all.prefix(4)))
    try FileManager.default.removeItem(atPath: fixture.path)
    try FileManager.default.moveItem(atPath: other.path, toPath: fixture.path)
    let first = try content(of: copy())
    try opened().close()
    #expect(try content(of: copy()).hashes == first.hashes)
    #expect(try content(of: copy("-2")).version == 4)
  }

  @Test func `副本写不成，台账不升级`() throws {
    // Something that is no file is in the copy's way.
    let part = RealPath.of(fixture.path) + ".before.part"
    try FileManager.default.createDirectory(
      atPath: part + "/x", withIntermediateDirectories: true)
    #expect(throws: StorageError.self) { _ = try opened() }
    #expect(try content(of: fixture.path).version == 7)
    #expect(heard.notes.withLock { $0 } == [])
  }

  @Test func `新台账和已是新版的台账旁边没有副本`() throws {
    try opened().close()
    try FileManager.default.removeItem(atPath: copy())
    try opened().close()
    let new = try Fixture()
    try new.open().close()
    #expect(try beside == [])
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: new.directory.path(percentEncoded: false)
      ).allSatisfy { !$0.contains(".before") })
  }
}
