import Engine
package import Ledger

/// Chain × stage: the number of projects and their money.
package struct Matrix: Sendable {
  /// Codes of chains in the catalogue's order, and nil if there are projects without a chain.
  package let chains: [String?]
  /// Codes of stages in order, and nil if there are projects without a stage.
  package let stages: [String?]
  private let cells: [String?: [String?: Totals]]
  /// The totals of each chain; if other chains are included, a project counts in several, and they add up to more
  /// than `totals`.
  package let byChain: [String?: Totals]
  package let byStage: [String?: Totals]
  package let totals: Totals
  /// Whether a project also counts in its other chains.
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
    // In a damaged catalogue two items may have the same code.
    byChain = Dictionary(
      counter.byChain.map { (code($0.key), totals($0.value)) }, uniquingKeysWith: { one, _ in one })
    byStage = Dictionary(
      counter.byStage.map { (code($0.key), totals($0.value)) }, uniquingKeysWith: { one, _ in one })
    var all = totals(counter.all)
    all.leftOut = scan.leftOut
    self.totals = all
    includesOtherChains = filter.includesOtherChains
  }
}

extension LedgerStore {
  /// The projects of a filter by chain and stage.
  package func matrix(_ filter: ProjectFilter) throws -> Matrix {
    try read(asOf: filter.asOf) { session, _ in try Matrix.read(filter, session) }
  }
}

extension Matrix {
  /// The same within a session; the day of the filter is ignored.
  static func read(_ filter: ProjectFilter, _ session: Session) throws -> Matrix {
    var scan = try Scan(filter, scope: .counted, session)
    var counter = MatrixCounter()
    let (chain, stage) = (Scan.place(of: .chain), Scan.place(of: .stage))
    try scan.run(session) { scan, row in
      counter.add(
        row.investment, chain: scan.code(chain, of: row), stage: scan.code(stage, of: row),
        try scan.figures(of: row))
    }
    counter.settle(scan.coders[chain], scan.coders[stage])
    return Matrix(counter, scan, filter)
  }
}

/// Sums up projects by their chains and stages.
private struct MatrixCounter {
  struct Place: Hashable {
    let chain: Int
    let stage: Int
  }

  /// By item numbers, after all rows are counted.
  private(set) var cells: [Place: TotalsCounter] = [:]
  private(set) var byChain: [Int: TotalsCounter] = [:]
  private(set) var byStage: [Int: TotalsCounter] = [:]
  private(set) var all = TotalsCounter()
  /// By facet codes: for each chain code an array by stage code.
  private var byCode: [[TotalsCounter?]] = []

  mutating func add(
    _ investment: Int64, chain: Int, stage: Int, _ figures: RowFigures
  ) {
    while byCode.count <= chain { byCode.append([]) }
    while byCode[chain].count <= stage { byCode[chain].append(nil) }
    if byCode[chain][stage] == nil { byCode[chain][stage] = TotalsCounter() }
    byCode[chain][stage]?.add(investment: investment, figures)
  }

  /// Converts codes to items; a project counts in each of its chains.
  mutating func settle(_ chains: FacetCoder, _ stages: FacetCoder) {
    for (chainCode, counters) in byCode.enumerated() {
      for (stageCode, counter) in counters.enumerated() {
        guard let counter else { continue }
        settle(
          counter, stages.items(of: stageCode).first ?? 0, in: chains.items(of: chainCode))
      }
    }
  }

  private mutating func settle(_ counter: TotalsCounter, _ stage: Int, in items: [Int]) {
    for chain in items.isEmpty ? [0] : items {
      cells[Place(chain: chain, stage: stage), default: TotalsCounter()].add(counter)
      byChain[chain, default: TotalsCounter()].add(counter)
    }
    byStage[stage, default: TotalsCounter()].add(counter)
    all.add(counter)
  }
}
