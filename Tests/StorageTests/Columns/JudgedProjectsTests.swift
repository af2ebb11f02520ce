import Ledger
import Testing

@testable import Storage

/// What somebody above decides about projects is the same of rows in memory and of rows that are read.
@Suite(.everyEngine) struct JudgedProjectsTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  private static let judgement = ProjectJudgement(
    key: "test", fields: [.stage, .done, .totalInvestment, .leadUnits],
    answer: { project in
      let month = project.yearToDate(.done, year: 2026, through: nil)?.month ?? 0
      return UInt64(project.record.entries.count) << 8 | UInt64(month)
    })

  private func answer(_ store: LedgerStore, _ filter: ProjectFilter) throws -> [String] {
    let judged = try store.judged(filter, Self.judgement, naming: .leadUnits)
    return judged.projects.map { "\($0.id) \($0.answer) \(judged.items(of: $0))" }
  }

  @Test(arguments: 0..<8) func `内存里的与读出来的一样，随便怎么改过之后也一样`(seed: Int) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed + 900)
    try ledger.begin(with: 30)
    let held = try fixture.openReading()
    for _ in 0..<8 {
      try ledger.actOnOne()
      for _ in 0..<6 {
        let (filter, sight) = (ledger.values.filter(), ledger.values.sight())
        let found = try held.atOnce { try answer($0.seen(by: sight), filter) }
        #expect(try answer(ledger.store.seen(by: sight), filter) == found, "\(filter.queryText)")
      }
      #expect(try held.atOnce { try !answer($0, ProjectFilter()).isEmpty })
    }
  }
}
