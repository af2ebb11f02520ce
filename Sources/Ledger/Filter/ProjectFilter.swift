/// Which projects a question or a book is about, and how they are counted.
///
/// What is empty does not restrict. Values of one property are alternatives; properties add up.
package struct ProjectFilter: Hashable, Sendable {
  /// Codes of chains.
  package var chains: Set<String> = []
  /// Whether a project belongs to its other chains too, not only to its main one.
  package var includesOtherChains = false
  /// Codes of units.
  package var units: Set<String> = []
  package var unitRole = UnitRole.any
  package var stages: Set<String> = []
  package var conditions: Set<String> = []
  /// Districts and zones are alternatives to one another: a project lies in one of them.
  package var districts: Set<String> = []
  package var zones: Set<String> = []
  package var registers: Set<RegisterClause> = []
  package var natures: Set<String> = []
  package var isIndustrial: Bool?
  /// Bounds of the total investment, both included.
  package var minInvestment: Money?
  package var maxInvestment: Money?
  /// What was typed into the search box.
  package var query = ""
  /// The year of plans, sums done and registers.
  package var year: Int?
  /// The ledger as it stood at the end of this day in Shanghai; nil is now.
  package var asOf: PartialDate?
  /// The month the figures are about; nil is the latest one stated.
  package var month: Period?
  package var counting = CountingBasis.packages
  /// Whether projects that are 终止 or 退库 belong to the answer.
  package var includesEnded = false
  /// Names of 包联领导 and of 责任人, or parts of them.
  package var leaders: Set<String> = []
  package var responsiblePersons: Set<String> = []
  /// Where dates of works must lie, by field.
  package var dates: [Field: Set<DateSpan>] = [:]
  /// The month by whose end a start or a finish was planned that has not happened.
  package var due: Period?
  /// The year that projects are to start in; the month by whose end they have.
  package var starts: Period?
  /// The share of the year's plan that less than is done of.
  package var rateBelow: Quantity?
  package var lights: Set<LightRule.Light> = []
  /// Fields of which a project has a value.
  package var having: Set<Field> = []
  /// Fields of which a project has no value.
  package var missing: Set<Field> = []
  /// Projects altered on this day or later.
  package var updatedSince: PartialDate?

  package init() {}

  /// Whether it restricts nothing and counts as usual.
  package var isEmpty: Bool { self == ProjectFilter() }

  /// Codes of conditions that are left out: none when conditions are asked for by name.
  package func excludedConditions(in catalogue: Catalogue) -> [String] {
    includesEnded || !conditions.isEmpty ? [] : catalogue.endedConditions.map(\.code)
  }

  /// What is asked of projects beside the values that facets count, by the filter and by what whoever asks
  /// may see: that is part of no sentence and no facet, and always asked.
  package func restrictions(for sight: Sight) -> [FilterRestriction] {
    FilterProperty.all.flatMap { $0.restrictions(self) }
      + (sight.reach.isEverything ? [] : [.reach(sight.reach)])
  }

  /// The words that the search text must contain.
  package var searchQuery: SearchQuery { SearchQuery(query) }
}

/// In which role a unit must stand with a project.
package enum UnitRole: String, Hashable, Sendable, CaseIterable {
  case any
  case lead
}

/// How projects that are packages of others are counted (计法).
package enum CountingBasis: String, Hashable, Sendable, CaseIterable {
  /// A package is one project; its parts are left out.
  case packages
  /// A package is its parts; it is left out itself.
  case split
}

/// A place on a register: written `shuangbai`, `shuangbai@2026`, `shuangbai@2026:已认定`.
package struct RegisterClause: Hashable, Sendable {
  /// The register's code, or its name as lists write it when the catalogue has none.
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

  /// Reads the written form; nil when the register is empty or the year is none.
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
