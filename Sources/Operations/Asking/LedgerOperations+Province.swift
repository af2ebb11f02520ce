package import Ledger
package import Storage
import Wording

/// The answer of all ledgers of a database that a person may see. Their catalogues differ, so sums are grouped
/// by name, not by code.
package struct Province: Sendable {
  /// The answer of one ledger.
  package struct City: Sendable {
    /// The name of the ledger in its database.
    package let name: String
    package let totals: Totals
    /// The last entry.
    package let last: Entry
  }

  /// A ledger that could not answer.
  package struct LeftOut: Sendable {
    package let name: String
    package let error: any Error
  }

  /// The number of projects with a name, and their total investment.
  package struct Sum: Hashable, Sendable {
    package var count = 0
    package var investment = Money.zero
    /// The number of ledgers that have such projects.
    package var ledgers = 0

    package mutating func add(_ count: Int, _ investment: Money) {
      self.count += count
      self.investment = Money(fen: self.investment.fen.addingClamped(investment.fen))
      ledgers += count > 0 ? 1 : 0
    }
  }

  /// Sums by name, in the order of first appearance.
  package struct Named: Sendable {
    package private(set) var names: [String] = []
    private var sums: [String: Sum] = [:]

    package subscript(name: String) -> Sum { sums[name] ?? Sum() }

    package mutating func add(_ name: String, _ count: Int, _ investment: Money) {
      if sums[name] == nil { names.append(name) }
      sums[name, default: Sum()].add(count, investment)
    }
  }

  /// A project with the name of its ledger.
  package struct Leader: Sendable {
    package let city: String
    package let project: StoredProject
    package let chain: String?
    package let stage: String?

    fileprivate var investment: Int64 { project.record.money(.totalInvestment)?.fen ?? .min }
  }

  package fileprivate(set) var cities: [City] = []
  package fileprivate(set) var leftOut: [LeftOut] = []
  /// The values of each property.
  package fileprivate(set) var facets: [(property: FilterProperty, values: Named)] = []
  /// Sums by chain and by stage.
  package fileprivate(set) var chains = Named()
  package fileprivate(set) var stages = Named()
  private var cells: [[String]: Sum] = [:]
  package fileprivate(set) var leaders: [Leader] = []
  /// How many catalogues have an item of a kind and name.
  private var known: [[String]: Int] = [:]

  package func cell(chain: String, stage: String) -> Sum { cells[[chain, stage]] ?? Sum() }

  /// The totals of all ledgers.
  package var totals: Sum {
    cities.reduce(into: Sum()) { $0.add($1.totals.count, $1.totals.investment) }
  }

  /// Names that only some catalogues have: items with another name elsewhere are not added to them.
  package func unmapped(_ kind: CatalogueKind) -> [String] {
    known.filter { $0.key[0] == kind.rawValue && $0.value < cities.count }.map { $0.key[1] }
      .sorted()
  }

  fileprivate mutating func note(_ catalogue: Catalogue) {
    for kind in [CatalogueKind.chain, .stage, .unit] {
      for item in catalogue.items(of: kind) { known[[kind.rawValue, item.name], default: 0] += 1 }
    }
  }

  fileprivate mutating func add(_ matrix: Matrix, _ catalogue: Catalogue) {
    func name(_ kind: CatalogueKind, _ code: String?) -> String {
      code.map { catalogue.name(of: kind, $0) } ?? "（未填）"
    }
    for stage in matrix.stages {
      let totals = matrix.byStage[stage] ?? .none
      stages.add(name(.stage, stage), totals.count, totals.investment)
    }
    for chain in matrix.chains {
      let totals = matrix.byChain[chain] ?? .none
      chains.add(name(.chain, chain), totals.count, totals.investment)
      for stage in matrix.stages where matrix[chain, stage].count > 0 {
        let totals = matrix[chain, stage]
        cells[[name(.chain, chain), name(.stage, stage)], default: Sum()].add(
          totals.count, totals.investment)
      }
    }
  }

  fileprivate mutating func add(_ facets: [Facet], _ catalogue: Catalogue) {
    for facet in facets {
      let place =
        self.facets.firstIndex { $0.property == facet.property } ?? self.facets.count
      if place == self.facets.count { self.facets.append((facet.property, Named())) }
      for value in facet.values {
        self.facets[place].values.add(
          value.value.words(catalogue), value.count, value.investment)
      }
    }
  }

  fileprivate mutating func add(
    _ list: Storage.ProjectList, of city: String, _ catalogue: Catalogue, limit: Int
  ) {
    leaders += list.projects.map { project in
      Leader(
        city: city, project: project,
        chain: project.record.reference(.chain).map { catalogue.name(of: .chain, $0) },
        stage: project.record.reference(.stage).map { catalogue.name(of: .stage, $0) })
    }
    leaders.sort {
      let (one, other) = ($0.investment, $1.investment)
      return one == other ? ($0.city, $0.project.id) < ($1.city, $1.project.id) : one > other
    }
    leaders.removeSubrange(min(limit, leaders.count)...)
  }
}

extension Int64 {
  fileprivate func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }
}

extension LedgerOperations {
  /// A question to all ledgers.
  package enum ProvinceQuestion: Sendable {
    case cities
    case matrix
    case facets
    /// The projects with the highest investment, up to a limit.
    case leaders(Int)
  }

  /// Queries all ledgers stored in the same database, without upgrading any. A ledger that cannot be read, or that
  /// lacks a name in the filter, is reported in `leftOut` and counted nowhere.
  package func province(
    _ question: ProvinceQuestion, _ filter: [String: [String]]
  ) throws -> Province {
    var province = Province()
    for (name, path) in try LedgerStore.ledgers(beside: path) {
      try interruption.check()
      var operations = LedgerOperations(path: path, person: person, actor: actor, now: now)
      operations.interruption = interruption
      operations.upgradesLedgers = false
      var next = province
      do {
        let city = try operations.reading { store, catalogue in
          let filter = try ProjectFilter(options: filter, catalogue: catalogue)
          next.note(catalogue)
          switch question {
          case .cities: break
          case .matrix: next.add(try store.matrix(filter), catalogue)
          case .facets: next.add(try store.facets(filter), catalogue)
          case .leaders(let limit):
            guard let sort = ProjectSort("-总投资"), let page = Page(limit: limit, offset: 0) else {
              throw OperationError.malformedArgument("limit")
            }
            next.add(
              try store.list(filter, sort: sort, page: page), of: name, catalogue, limit: limit)
          }
          return Province.City(
            name: name, totals: try store.totals(filter), last: try store.entry(store.revision))
        }
        next.cities.append(city)
        province = next
      } catch let error as StorageError where error.isOfOneLedger {
        province.leftOut.append(Province.LeftOut(name: name, error: error))
      } catch let error as FilterError {
        province.leftOut.append(Province.LeftOut(name: name, error: error))
      }
    }
    return province
  }
}
