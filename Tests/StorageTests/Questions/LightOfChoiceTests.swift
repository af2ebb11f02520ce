import Foundation
import Ledger
import TestSupport
import Testing

@testable import Storage

/// A project has one light, whatever it is looked at among, although chains report up to different months. 测试数据
@Suite(.everyEngine) struct LightOfChoiceTests {
  private static let months = ["ai-robot": "done.2026-01..03", "new-energy": "done.2026-01..05"]

  private static func record(_ number: Int, _ random: inout SeededNumbers) throws -> Record {
    var record = Record()
    record[Field.name] = .text("测试数据\(number)")
    let chain = try #require(months.keys.sorted().randomElement(using: &random))
    record[Field.chain] = .reference(chain)
    record[try #require(FieldKey("plan.2026"))] = .wan(1_000)
    let done = try #require(months[chain].flatMap { FieldKey($0) })
    record[done] = .wan(Int64.random(in: 0...600, using: &random))
    return record
  }

  private let store: LedgerStore
  private let fixture: Fixture

  init() throws {
    let items = try Catalogue.shipped().items
    fixture = try Fixture(isFast: true)
    store = try fixture.open(.writing(timeout: .seconds(5))) {
      LedgerStore.Beginning(at: Fixture.dawn, actor: "测试", catalogue: items)
    }
    var random = SeededNumbers(5)
    let rows = try (0..<80).map { Drafts.create(try Self.record($0, &random), row: $0 + 2) }
    try store.commit(
      Drafts.list(day: 150, month: 5, rows), expecting: nil, upload: Drafts.upload)
  }

  @Test(arguments: LightRule.Light.allCases)
  func `按链看的灯和全市看的是同一盏`(light: LightRule.Light) throws {
    var filter = ProjectFilter()
    filter.lights = [light]
    let all = try store.list(filter, sort: .byID, page: .all)
    let chains = all.facets.first { $0.property == .chain }?.values ?? []
    var parts: [ProjectID] = []
    for chain in Self.months.keys {
      filter.chains = [chain]
      let part = try store.list(filter, sort: .byID, page: .all)
      #expect(
        chains.first { $0.value == .item(.chain, code: chain) }?.count ?? 0 == part.totals.count,
        "\(chain)")
      parts += part.projects.map(\.id)
    }
    #expect(parts.sorted() == all.projects.map(\.id))
  }

  @Test func `几种灯都有`() throws {
    let lit = try LightRule.Light.allCases.filter { light in
      var filter = ProjectFilter()
      filter.lights = [light]
      return try store.totals(filter).count > 0
    }
    #expect(lit.count >= 3)
  }
}
