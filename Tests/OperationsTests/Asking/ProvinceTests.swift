import Foundation
import Intake
import Ledger
import Storage
import TestSupport
import Testing

@testable import Operations

/// One question over all ledgers of a database. All of it is invented (测试数据).
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"), .serialized)
struct ProvinceTests {
  private func operations(_ address: String) throws -> LedgerOperations {
    var operations = LedgerOperations(path: address, actor: "测试员") {
      Date(timeIntervalSince1970: 1_774_000_000)
    }
    operations.beginsLedgers = true
    return operations
  }

  @Test func `the province is the sum of its ledgers, name by name`() throws {
    // Whatever other tests keep in their server is no part of it.
    let cluster = try PostgreSQLCluster()
    defer { try? cluster.kill() }
    let desks = try ["liuzhou", "guilin"].map { try operations(cluster.address(of: $0)) }
    for (place, operations) in desks.enumerated() {
      for number in 0...place {
        _ = try operations.add(
          [
            Assignment(field: "项目名称", text: "测试\(place)-\(number)"),
            Assignment(field: "总投资", text: "\(1 + place + number)亿元"),
          ], reason: "测试")
      }
    }
    let all = try desks[0].province(.cities, [:])
    #expect(all.cities.map(\.name) == ["guilin", "liuzhou"])
    #expect(all.cities.map(\.totals.count) == [2, 1])
    #expect(all.totals.count == 3)
    #expect(all.totals.investment == Money(fen: 6 * 10_000_000_000))
    #expect(all.leftOut.isEmpty)
    let leaders = try desks[0].province(.leaders(2), [:])
    #expect(leaders.leaders.map { $0.project.record.text(.name) } == ["测试1-1", "测试1-0"])
    #expect(leaders.leaders.map(\.city) == ["guilin", "guilin"])
    let matrix = try desks[0].province(.matrix, [:])
    #expect(matrix.chains["（未填）"].count == 3)
    #expect(matrix.chains["（未填）"].ledgers == 2)
    // A chain that one ledger alone knows is added by its name, and said.
    _ = try desks[0].setItem(
      .chain, code: "only-here", isNew: true, [(path: "name", text: "测试链")], reason: "测试")
    #expect(try desks[0].province(.matrix, [:]).unmapped(.chain) == ["测试链"])
    let asked = try desks[0].province(.cities, ["chain": ["测试链"]])
    #expect(asked.cities.map(\.name) == ["liuzhou"])
    #expect(asked.leftOut.map(\.name) == ["guilin"])
  }

  @Test func `a ledger that may not be read or is older is left out, and is not upgraded`() throws {
    let cluster = try PostgreSQLCluster()
    defer { try? cluster.kill() }
    let desks = try ["liuzhou", "guilin"].map { try operations(cluster.address(of: $0)) }
    for desk in desks {
      _ = try desk.add([Assignment(field: "项目名称", text: "测试")], reason: "测试")
    }
    try cluster.ask("CREATE ROLE bi LOGIN")
    try LedgerStore.permit("bi", .reader, at: desks[0].path)
    let reader = try operations(cluster.address(of: "liuzhou", login: "bi"))
    for question in [LedgerOperations.ProvinceQuestion.cities, .matrix, .facets, .leaders(5)] {
      let all = try reader.province(question, [:])
      #expect(all.cities.map(\.name) == ["liuzhou"])
      #expect(all.leftOut.map(\.name) == ["guilin"])
      #expect(all.leaders.count == (all.leaders.isEmpty ? 0 : 1))
    }
    try cluster.ask("UPDATE taizhang.ledger SET version = 11 WHERE name = 'guilin'")
    let all = try desks[0].province(.cities, [:])
    #expect(all.cities.map(\.name) == ["liuzhou"])
    #expect(
      all.leftOut.map { $0.error as? StorageError } == [.olderSchema(path: desks[1].path)])
    #expect(
      try cluster.ask("SELECT version FROM taizhang.ledger WHERE name = 'guilin'").hasPrefix("11"))
  }
}
