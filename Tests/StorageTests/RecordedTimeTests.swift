import Engine
import Foundation
import Ledger
import SQLiteEngine
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// 记账时间从不倒退：一天的台账就是凭证的一段。
@Suite(.everyEngine) struct RecordedTimeTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  private func open(_ watch: LedgerWatch = .nobody) throws -> LedgerStore {
    try LedgerStore.open(
      TestEngine.current.engine, fixture.path, .writing(timeout: .seconds(5)), watch
    ) { Fixture.beginning }
  }

  private func edit(day: Int, _ name: String) -> EntryDraft {
    Drafts.edit(day: day, Drafts.create([.name: .text(name)]))
  }

  private func shanghai(_ day: Int) -> PartialDate {
    ShanghaiCalendar.day(of: Fixture.day(day)) ?? PartialDate(year: 2026)!
  }

  @Test(arguments: Sequences.seeds(20, from: 0))
  func `whatever the clock says, times follow each other and each day is a stretch of entries`(
    seed: UInt64
  ) throws {
    var random = SeededNumbers(seed)
    let store = try open()
    var clock = 0
    var latest = -1
    var numbers: [Int: Int64] = [:]
    for act in 0..<25 {
      clock = Int.random(in: max(0, clock - 40)...clock + 20, using: &random)
      let entry = try store.commit(edit(day: clock, "项目\(act)"), expecting: nil)
      latest = max(latest, clock)
      #expect(entry.at == Fixture.day(latest))
      numbers[latest] = entry.number
    }
    for (day, number) in numbers {
      #expect(try store.revision(endOf: shanghai(day)) == number)
    }
    #expect(try store.entriesOutOfTime() == [])
    #expect(try store.verify() == [])
  }

  @Test func `a clock that is behind is told of, with both times`() throws {
    let notes = Mutex<[LedgerNote]>([])
    let store = try open(
      LedgerWatch(confirms: { _ in false }) { note in notes.withLock { $0.append(note) } })
    try store.commit(edit(day: 9, "先"), expecting: nil)
    let entry = try store.commit(edit(day: 4, "后"), expecting: nil)
    #expect(entry.at == Fixture.day(9))
    #expect(
      notes.withLock { $0 }
        == [.clockBehind(ClockGap(last: Fixture.day(9), now: Fixture.day(4)))])
    try store.commit(
      catalogue: Fixture.items(.chain, ["salt": "食盐链"]), at: Fixture.day(5), actor: "韦",
      reason: nil, expecting: nil)
    #expect(notes.withLock { $0.count } == 2)
  }

  @Test func `an act that waited for its turn is no clock that is behind`() throws {
    let notes = Mutex<[LedgerNote]>([])
    let store = try open(
      LedgerWatch(confirms: { _ in false }) { note in notes.withLock { $0.append(note) } })
    let first = try store.commit(edit(day: 9, "先"), expecting: nil)
    try store.commit(
      catalogue: Fixture.items(.chain, ["salt": "食盐链"]), at: first.at - 30, actor: "韦",
      reason: nil, expecting: nil)
    #expect(notes.withLock { $0 } == [])
  }

  @Test(arguments: [(298, true), (302, false), (3_650, false)])
  func `a clock far ahead of the last entry is asked about`(days: Int, isTaken: Bool) throws {
    let store = try open()
    let before = try store.revision
    let draft = edit(day: days, "项目")
    if isTaken {
      try store.commit(draft, expecting: nil)
    } else {
      let last = Fixture.beginning.at
      #expect(throws: StorageError.clockAhead(last: last, now: Fixture.day(days))) {
        try store.commit(draft, expecting: nil)
      }
      #expect(try store.revision == before)
      try store.close()
      let trusted = try open(LedgerWatch(confirms: { $0.last == last }, tells: { _ in }))
      #expect(try trusted.commit(draft, expecting: nil).at == Fixture.day(days))
    }
  }

  @Test func `nobody waits for the answer about a clock, which is asked for once`() throws {
    // A server keeps the next writer waiting by the lock of the ledger's row.
    guard TestEngine.current.engine is SQLiteEngine else { return }
    let asked = Mutex(0)
    let path = fixture.path
    let store = try open(
      LedgerWatch(
        confirms: { _ in
          asked.withLock { $0 += 1 }
          // No transaction is open: another connection could write.
          let other = try? LedgerDatabase.writingAlone(path: path)
          let wrote: Void? = try? other?.write { try $0.run("UPDATE entry SET at = at") }
          try? other?.close()
          return wrote != nil
        }, tells: { _ in }))
    try store.commit([edit(day: 400, "一"), edit(day: 400, "二")], expecting: nil)
    #expect(asked.withLock { $0 } == 1)
    #expect(throws: StorageError.stale(expected: 1, found: 3)) {
      try store.commit(edit(day: 900, "三"), expecting: 1)
    }
    #expect(asked.withLock { $0 } == 1)
  }

  @Test(arguments: [Date.distantPast, .distantFuture])
  func `no book is noted as sent out at a moment that cannot be read again`(now: Date) throws {
    let store = try open()
    #expect(throws: StorageError.clockOutside(now: now)) {
      try store.keep([
        Publication(
          at: now, actor: "韦", book: "leaders", filter: "", revision: 1, projects: 1,
          file: "书.xlsx",
          sha256: Drafts.upload.sha256)
      ])
    }
    #expect(try store.publications(limit: 9) == [])
  }

  @Test(arguments: [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .infinity)])
  func `a moment of no year that dates have is refused`(now: Date) throws {
    let store = try open(LedgerWatch(confirms: { _ in true }, tells: { _ in }))
    var draft = edit(day: 0, "项目")
    draft.at = now
    #expect(throws: StorageError.clockOutside(now: now)) { try store.commit(draft, expecting: nil) }
  }

  /// The days at which entries of a ledger of an earlier version were recorded, a day, and the entry as
  /// of its end. The first entry is the one the ledger begins with.
  @Test(arguments: [
    // A clock that ran ahead once hides nothing that came after.
    ([1, 2, 3_650, 3, 4], 3, 5), ([1, 2, 3_650, 3, 4], 4, 6), ([1, 2, 3_650, 3, 4], 2, 3),
    // One that fell back once does not show the later ledger on an earlier day.
    ([100, 101, -9_000, 102, 103], -8_000, 0), ([100, 101, -9_000, 102, 103], 101, 4),
    ([100, 101, -9_000, 102, 103], 103, 6),
    ([1, 2, 3, 4, 5], 3, 4),
  ]) func `a ledger whose times go back is parted where the fewest entries are on the wrong side`(
    days: [Int], day: Int, expected: Int64
  ) throws {
    let store = try open()
    for (index, _) in days.enumerated() {
      try store.commit(edit(day: 0, "项目\(index)"), expecting: nil)
    }
    try store.database.write { session in
      for (index, day) in days.enumerated() {
        try session.run(
          "UPDATE entry SET at = ? WHERE number = ?",
          .integer(EntryTable.milliseconds(Fixture.day(day))), .integer(Int64(index + 2)))
      }
    }
    #expect(try store.revision(endOf: shanghai(day)) == expected)
  }
}
