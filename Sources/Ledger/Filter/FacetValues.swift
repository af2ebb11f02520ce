/// The values of a project that a facet counts, with those that a filter asks for: one of them must be
/// there. A description: an engine reads and judges them as it can.
package enum FacetValues: Sendable {
  /// The item in each of some fields, asked for by field; items of the first that are left out.
  case items([(field: Field, asked: Set<String>)], excluded: [String])
  /// The item in a field, and those in a list of others where these count too.
  case item(Field, others: Field?, asked: Set<String>)
  /// The items in lists of several fields together.
  case lists([Field], asked: Set<String>)
  case text(Field, asked: Set<String>)
  case flag(Field, asked: Bool?)
  /// Places on registers; those of one year, where the filter has one.
  case registers(asked: Set<RegisterClause>, year: Int?)

  /// Whether the filter asks for any value.
  package var isAsked: Bool {
    switch self {
    case .items(let fields, _): fields.contains { !$0.asked.isEmpty }
    case .item(_, _, let asked), .lists(_, let asked), .text(_, let asked): !asked.isEmpty
    case .flag(_, let asked): asked != nil
    case .registers(let asked, _): !asked.isEmpty
    }
  }

  /// Whether a project can fail by its values.
  package var restricts: Bool {
    if case .items(_, let excluded) = self, !excluded.isEmpty { return true }
    return isAsked
  }
}

/// What a filter asks of projects beside the values that facets count.
package enum FilterRestriction: Hashable, Sendable {
  /// A sum within bounds, both included.
  case atLeast(Field, Money)
  case atMost(Field, Money)
  /// A term of a search, in what is written or how it sounds.
  case holds(String)
  case has(Field)
  case missing(Field)
  /// A date that lies in one of some spans.
  case within(Field, Set<DateSpan>)
  /// A text that has one of some names in it.
  case names(Field, Set<String>)
  /// A start or a finish that was planned by the end of a month and has not happened.
  case due(Period)
  /// A start that was planned for a year or happened in it; of a month, one that had happened by its end.
  case starts(Period)
  /// Less than a share of the year's plan done.
  case rateBelow(Quantity)
  case light(Set<LightRule.Light>)
  case updatedSince(PartialDate)
  /// What whoever asks may see at all.
  case reach(Reach)
}
