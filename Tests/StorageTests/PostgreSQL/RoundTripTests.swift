import Foundation
import Ledger
import TestSupport
import Testing

@testable import Storage

/// How often a question or an act waits for the server: over a network each time counts.
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct RoundTripTests {
  private let proxy: PostgreSQLProxy
  private let path: String

  init() throws {
    let cluster = try #require(PostgreSQLCluster.shared)
    proxy = try PostgreSQLProxy(before: cluster)
    path = cluster.address(
      of: "trips-\(UInt32.random(in: 0...UInt32.max))", through: proxy.folder)
  }

  private func open(_ access: LedgerStore.Access) throws -> LedgerStore {
    try LedgerStore.open(path: path, access: access) { Fixture.beginning }
  }

  private func edit(_ changes: [DraftChange]) -> EntryDraft {
    EntryDraft(at: Fixture.day(0), actor: "韦", kind: .edit, changes: DraftChanges(changes))
  }

  /// How often `body` waits.
  private func trips<T>(_ body: () throws -> T) rethrows -> (count: Int, result: T) {
    let before = proxy.trips
    let result = try body()
    return (proxy.trips - before, result)
  }

  @Test func `lists, edits, imports and undos wait for the server a few times`() throws {
    defer { proxy.close() }
    let store = try open(.writing(timeout: .seconds(5)))
    let changes = (0..<3_000).map { number in
      Drafts.create([
        .name: .text("测试项目\(number)"), .chain: .reference("robot"),
        .total: .money(Money(fen: Int64(number) * 100)),
      ])
    }
    let created = try trips { try store.commit(edit(changes), expecting: 1) }
    let altered = try trips {
      try store.commit(
        edit(
          (1...3_000).map { number in
            Drafts.update(
              Int64(number), .total, .money(Money(fen: Int64(number - 1) * 100)),
              .money(Money(fen: Int64(number) * 300)))
          }), expecting: 2)
    }
    let edited = try trips {
      try store.commit(
        Drafts.edit(
          Drafts.update(
            7, .total, .money(Money(fen: 2_100)), .money(Money(fen: 1)))),
        expecting: 3)
    }
    let undone = try trips { try store.undoPlan(of: 3) }
    try store.close()
    let opened = try trips { try open(.reading) }
    let reader = opened.result
    _ = try reader.revision
    var filter = ProjectFilter()
    // Otherwise stated by lists; where nobody states it, the figures are read for it.
    filter.year = 2026
    let page = try #require(Page(limit: 50, offset: 0))
    let listed = try trips { try reader.list(filter, sort: .byID, page: page) }
    let again = try trips { try reader.list(filter, sort: .byID, page: page) }
    let several = try trips { try reader.projects((1...50).map { Int64($0) }) }
    print(
      "round trips: create 3,000 \(created.count), alter 3,000 \(altered.count), edit \(edited.count),",
      "plan an undo of 3,000 \(undone.count), open \(opened.count), list \(listed.count), again \(again.count), 50 projects \(several.count)"
    )
    #expect(created.count <= 40 + 15 * 3)
    #expect(altered.count <= 40 + 20 * 3)
    #expect(edited.count <= 12)
    #expect(listed.result.totals.count == 3_000)
    #expect(listed.count <= 6)
    #expect(again.result.totals == listed.result.totals)
    #expect(opened.count <= 4)
    #expect(several.count <= 6)
    #expect(undone.count <= 40)
  }
}
