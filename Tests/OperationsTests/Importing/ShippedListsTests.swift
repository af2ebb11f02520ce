import Foundation
import Intake
import Ledger
import Matching
import Testing

@testable import Operations

/// What a newcomer's first refresh takes in, and whether a leader would believe it.
@Suite struct ShippedListsTests {
  private static let imports = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Imports").path

  private let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  @Test func `随附的清单都能导入，没有要人核定的行，写的都可信`() throws {
    var rejected = 0
    let options = RefreshOptions(
      imports: Self.imports, exports: scratch.folder.path, readsSamples: true)
    try scratch.operations.takeIn(options) { step in
      guard case .imported(_, let prepared) = step.outcome else {
        Issue.record("\(step.name)")
        return
      }
      rejected += prepared.plan.count(.rejected)
      for row in prepared.plan.rows where row.action == .review {
        Issue.record("\(step.name)：\(row.match)")
      }
    }
    #expect(rejected == 0)
    let records = try scratch.snapshot().values
    #expect(records.count > 1_100)
    for record in records { try believe(record) }
  }

  /// What no leader would believe of a project.
  private func believe(_ record: Record) throws {
    let name = record.text(.name) ?? ""
    if let contract = record.money(.contractInvestment),
      let total = record.money(.totalInvestment)
    {
      #expect(contract.fen <= 2 * total.fen, "\(name)：合同投资额远大于总投资")
    }
    if case .date(let start) = record[.startPlanned], start.year > 2026 {
      let plan = Period.year(2026).flatMap { record.money(.plan, $0) }
      #expect(plan == nil, "\(name)：2027年才开工，2026年已有计划")
    }
    if ["produce", "full"].contains(record.reference(.stage)) {
      let progress = record.text(.progress) ?? ""
      let isEarly = ["桩基", "平整", "开挖", "主体"].contains { progress.contains($0) }
      #expect(!isEarly, "\(name)：已投产，形象进度却是\(progress)")
    }
  }
}
