/// The projects a query or book is about, and how they are counted.
///
/// Empty properties do not restrict. Values of one property are alternatives; all properties apply.
package struct ProjectFilter: Hashable, Sendable {
  /// The codes of chains.
  package var chains: Set<String> = []
  /// Whether a project's other chains count as well as its main one.
  package var includesOtherChains = false
  /// The codes of units.
  package var units: Set<String> = []
  package var unitRole = UnitRole.any
  package var stages: Set<String> = []
  package var conditions: Set<String> = []
  /// Districts and zones are alternatives to each other.
  package var districts: Set<String> = []
  package var zones: Set<String> = []
  package var registers: Set<RegisterClause> = []
  package var batches: Set<BatchClause> = []
  package var natures: Set<String> = []
  package var isIndustrial: Bool?
  /// The bounds of the total investment, inclusive.
  package var minInvestment: Money?
  package var maxInvestment: Money?
  /// The text of the search box.
  package var query = ""
  /// The year of plans, investment completed, registers and batches.
  package var year: Int?
  /// The ledger at the end of this day in Shanghai; nil for now.
  package var asOf: PartialDate?
  /// The month of the figures; nil for the latest one stated.
  package var month: Period?
  package var counting = CountingBasis.packages
  /// Whether projects that are 终止 or 退库 are included.
  package var includesEnded = false
  /// Names of 包联领导 and of 责任人, or parts of names.
  package var leaders: Set<String> = []
  package var responsiblePersons: Set<String> = []
  /// The spans in which dates must lie, by field.
  package var dates: [Field: Set<DateSpan>] = [:]
  /// The month by whose end a start or finish was planned, but did not happen.
  package var due: Period?
  /// The year of a planned or actual start; for a month, starts of its year made by its end.
  package var starts: Period?
  /// The upper bound, exclusive, of the completed share of the year's plan.
  package var rateBelow: Quantity?
  /// The month that the sum of its year does not reach.
  package var reachedBefore: Period?
  /// Whether only projects count whose sum of the year states no month.
  package var isUndated = false
  package var lights: Set<LightRule.Light> = []
  /// Fields that a project must have.
  package var having: Set<Field> = []
  /// Fields that a project must not have.
  package var missing: Set<Field> = []
  /// The earliest day of a project's last change.
  package var updatedSince: PartialDate?

  package init() {}

  /// Whether it has no restriction and the default counting.
  package var isEmpty: Bool { self == ProjectFilter() }

  /// The codes of excluded conditions; none if the filter names conditions.
  package func excludedConditions(in catalogue: Catalogue) -> [String] {
    includesEnded || !conditions.isEmpty ? [] : catalogue.endedConditions.map(\.code)
  }

  /// The conditions apart from facets, of the filter and of what the person may see. The latter applies
  /// always, and appears in no sentence or facet.
  package func restrictions(for sight: Sight) -> [FilterRestriction] {
    FilterProperty.all.flatMap { $0.restrictions(self) }
      + (sight.reach.isEverything ? [] : [.reach(sight.reach)])
  }

  /// The terms that the search text must contain.
  package var searchQuery: SearchQuery { SearchQuery(query) }
}

/// The role of a unit in a project.
package enum UnitRole: String, Hashable, Sendable, CaseIterable {
  case any
  case lead
}

/// The counting of packages and their parts (计法).
package enum CountingBasis: String, Hashable, Sendable, CaseIterable {
  /// A package counts as one project; its parts are left out.
  case packages
  /// The parts of a package count; the package itself is left out.
  case split
}

/// A membership of a register: written `shuangbai`, `shuangbai@2026`, `shuangbai@2026:已认定`.
package struct RegisterClause: Hashable, Sendable {
  /// The register's code, or its name as lists write it if the catalogue has none.
  package let register: String
  package let year: Int?
  package let state: String?

  package init(register: String, year: Int? = nil, state: String? = nil) {
    self.register = register
    self.year = year
    self.state = state
  }

  /// The written form.
  package var text: String {
    register + (year.map { "@\($0)" } ?? "") + (state.map { ":\($0)" } ?? "")
  }

  /// Parses the written form; nil if the register or state is empty or the year is invalid.
  package init?(_ text: String) {
    var rest = Substring(text)
    var state: String?
    if let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      state = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    var year: Int?
    if let at = rest.lastIndex(of: "@") {
      guard let number = Int(rest[rest.index(after: at)...]), (1900..<2200).contains(number)
      else { return nil }
      year = number
      rest = rest[..<at]
    }
    guard !rest.isEmpty, state?.isEmpty != true else { return nil }
    self.init(register: String(rest), year: year, state: state)
  }
}
