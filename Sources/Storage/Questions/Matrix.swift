package import Ledger

/// Chain × stage: how many projects, how much money.
package struct Matrix: Sendable {
  /// Codes of chains in the catalogue's order; nil for projects of no chain, when there are any.
  package let chains: [String?]
  /// Codes of stages in order; nil for projects of no stage, when there are any.
  package let stages: [String?]
  private let cells: [String?: [String?: Totals]]
  /// Of each chain; with other chains asked for, a project stands in several, so that these add up
  /// to more than `totals`.
  package let byChain: [String?: Totals]
  package let byStage: [String?: Totals]
  package let totals: Totals
  /// Whether a project counts in its other chains too.
  package let includesOtherChains: Bool

  /// The projects of one chain at one stage.
  package subscript(chain: String?, stage: String?) -> Totals { cells[chain]?[stage] ?? Totals() }

  fileprivate init(_ counter: MatrixCounter, _ scan: Scan, _ filter: ProjectFilter) {
    func totals(_ counter: TotalsCounter?) -> Totals {
      (counter ?? TotalsCounter()).totals(
        basis: filter.counting, leftOut: 0, year: scan.year,
        month: filter.month.map { Int($0.lastMonth) })
    }
    func code(_ number: Int) -> String? { number == 0 ? nil : scan.items.code(of: Int64(number)) }
    let usedChains = Set(counter.cells.keys.map { code($0.chain) })
    let usedStages = Set(counter.cells.keys.map { code($0.stage) })
    chains =
      scan.catalogue.items(of: .chain).map(\.code).filter {
        filter.chains.isEmpty || usedChains.contains($0)
      } + (usedChains.contains(nil) ? [nil] : [])
    stages = scan.catalogue.items(of: .stage).map(\.code) + (usedStages.contains(nil) ? [nil] : [])
    var cells: [String?: [String?: Totals]] = [:]
    for (place, counter) in counter.cells {
      cells[code(place.chain), default: [:]][code(place.stage)] = totals(counter)
    }
    self.cells = cells
    byChain = Dictionary(
      uniqueKeysWithValues: counter.byChain.map { (code($0.key), totals($0.value)) })
    byStage = Dictionary(
      uniqueKeysWithValues: counter.byStage.map { (code($0.key), totals($0.value)) })
    var all = totals(counter.all)
    all.leftOut = scan.leftOut
    self.totals = all
    includesOtherChains = filter.includesOtherChains
  }
}

extension LedgerStore {
  /// The projects a filter asks for, by chain and stage.
  package func matrix(_ filter: ProjectFilter) throws -> Matrix {
    try read(asOf: filter.asOf) { session, _ in
      var scan = try Scan(filter, scope: .counted, session)
      var counter = MatrixCounter()
      let (chain, stage) = (Scan.place(of: .chain), Scan.place(of: .stage))
      try scan.run(session) { scan, row, statement, failing in
        guard failing == 0 else { return }
        counter.add(
          investment: row.investment, chains: scan.coders[chain].items(of: row.codes[chain]),
          stage: scan.coders[stage].items(of: row.codes[stage]).first ?? 0,
          plan: scan.plan(statement), done: try scan.done(statement))
      }
      return Matrix(counter, scan, filter)
    }
  }
}

/// Adds up projects by the numbers of their chains and stages.
private struct MatrixCounter {
  struct Place: Hashable {
    let chain: Int
    let stage: Int
  }

  var cells: [Place: TotalsCounter] = [:]
  var byChain: [Int: TotalsCounter] = [:]
  var byStage: [Int: TotalsCounter] = [:]
  var all = TotalsCounter()

  mutating func add(
    investment: Int64, chains: [Int], stage: Int, plan: Int64?, done: YearToDate?
  ) {
    for chain in chains.isEmpty ? [0] : chains {
      cells[Place(chain: chain, stage: stage), default: TotalsCounter()]
        .add(investment: investment, plan: plan, done: done)
      byChain[chain, default: TotalsCounter()]
        .add(investment: investment, plan: plan, done: done)
    }
    byStage[stage, default: TotalsCounter()]
      .add(investment: investment, plan: plan, done: done)
    all.add(investment: investment, plan: plan, done: done)
  }
}
