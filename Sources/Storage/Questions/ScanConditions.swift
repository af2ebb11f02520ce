import Engine
import Ledger

/// What a filter asks of properties that SQL can judge as well: rows that fail are not even read.
///
/// A facet ignores its own filter, so each of these properties then has a second, narrow pass over the
/// rows that fail by it.
struct ScanConditions {
  private var conditions: [(kind: FacetKind, sql: String, values: [SQLValue])] = []

  init(_ filter: ProjectFilter, items: ItemNumbers) {
    func numbers(_ codes: Set<String>, _ kind: CatalogueKind) -> [SQLValue] {
      // A code that the catalogue does not know fits no project.
      codes.sorted().map { .integer(items.number(of: $0, kind: kind) ?? -1) }
    }
    if !filter.includesOtherChains { add(.chain, ["p.chain": numbers(filter.chains, .chain)]) }
    add(.stage, ["p.stage": numbers(filter.stages, .stage)])
    add(.condition, ["p.condition": numbers(filter.conditions, .condition)])
    add(
      .area,
      [
        "p.district": numbers(filter.districts, .district), "p.zone": numbers(filter.zones, .zone),
      ])
    add(.nature, ["p.nature": filter.natures.sorted().map(SQLValue.text)])
    add(
      .industrial, ["p.is_industrial": filter.isIndustrial.map { [.integer($0 ? 1 : 0)] } ?? []])
  }

  var kinds: [FacetKind] { conditions.map(\.kind) }

  /// The one about chains, if chains are asked for.
  var chains: SQLCondition? {
    conditions.first { $0.kind == .chain }.map {
      SQLCondition($0.sql, $0.values)
    }
  }

  /// All of them must hold.
  ///
  /// Projects of a chain are named by the index of chains, but read in the order in which they stand:
  /// the index has them by what they are worth, and would turn every page over many times.
  func all() -> [SQLCondition] {
    conditions.map { kind, sql, values in
      SQLCondition(
        kind == .chain ? "p.id IN (SELECT id FROM project AS p WHERE \(sql))" : sql, values)
    }
  }

  /// All but one must hold, and that one must not.
  func failing(_ kind: FacetKind) -> [SQLCondition] {
    conditions.map {
      SQLCondition($0.kind == kind ? "\($0.sql) IS NOT TRUE" : $0.sql, $0.values)
    }
  }

  private mutating func add(_ kind: FacetKind, _ asked: KeyValuePairs<String, [SQLValue]>) {
    let asked = asked.filter { !$0.value.isEmpty }
    if asked.isEmpty { return }
    let alternatives = asked.map { column, values in
      "\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))"
    }
    conditions.append(
      (kind, "(\(alternatives.joined(separator: " OR ")))", asked.flatMap(\.value)))
  }
}
