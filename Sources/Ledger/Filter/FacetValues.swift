/// The values of a project that a facet counts, with those a filter asks for: one of them must be
/// present. A description, which each engine evaluates in its own way.
package enum FacetValues: Sendable {
  /// The item in each of some fields, with the filter by field; excluded items of the first field.
  case items([(field: Field, asked: Set<String>)], excluded: [String])
  /// The item in a field, and those of another list field if given.
  case item(Field, others: Field?, asked: Set<String>)
  /// The items in several list fields together.
  case lists([Field], asked: Set<String>)
  case text(Field, asked: Set<String>)
  case flag(Field, asked: Bool?)
  /// Memberships of registers, only those of one year if given.
  case registers(asked: Set<RegisterClause>, year: Int?)
  /// Batches of a year, only those of one year if given.
  case batches(asked: Set<BatchClause>, year: Int?)

  /// Whether the filter asks for any value.
  package var isAsked: Bool {
    switch self {
    case .items(let fields, _): fields.contains { !$0.asked.isEmpty }
    case .item(_, _, let asked), .lists(_, let asked), .text(_, let asked): !asked.isEmpty
    case .flag(_, let asked): asked != nil
    case .registers(let asked, _): !asked.isEmpty
    case .batches(let asked, _): !asked.isEmpty
    }
  }

  /// Whether a project may be excluded by its values.
  package var restricts: Bool {
    if case .items(_, let excluded) = self, !excluded.isEmpty { return true }
    return isAsked
  }
}

/// The conditions of a filter apart from the values that facets count.
package enum FilterRestriction: Hashable, Sendable {
  /// An amount within bounds, inclusive.
  case atLeast(Field, Money)
  case atMost(Field, Money)
  /// A search term, matched with text or pronunciation.
  case holds(String)
  case has(Field)
  case missing(Field)
  /// A date within one of the spans.
  case within(Field, Set<DateSpan>)
  /// A text that contains one of the names.
  case names(Field, Set<String>)
  /// A start or finish planned by the end of a month that has not happened.
  case due(Period)
  /// A start planned for a year or made in it; for a month, one of its year made by the month's end.
  case starts(Period)
  /// Less than a share of the year's plan completed.
  case rateBelow(Quantity)
  /// A sum of the year that reaches as far.
  case sum(SumReach)
  case light(Set<LightRule.Light>)
  case updatedSince(PartialDate)
  /// The projects the person may see.
  case reach(Reach)
}

/// How far the sum of a year reaches.
package enum SumReach: Hashable, Sendable {
  /// To an earlier month of its year.
  case before(Period)
  /// To no month that is stated.
  case undated
}
