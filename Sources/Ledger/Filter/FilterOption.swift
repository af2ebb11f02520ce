/// The names by which a filter is written on a command line and in a URL.
package enum FilterOption: String, CaseIterable, Sendable {
  case chain
  case otherChains = "other-chains"
  case unit
  case unitRole = "unit-role"
  case stage
  case condition
  /// A county, district or zone by any of its names.
  case area
  case register
  case nature
  case industrial
  case minInvestment = "min-investment"
  case maxInvestment = "max-investment"
  case query = "q"
  case year
  case asOf = "as-of"
  case month
  case counting
  case ended
  case missing
  case updatedSince = "updated-since"
}

/// What is wrong with one value of a filter.
package enum FilterError: Error, Hashable, Sendable {
  case unknownOption(String)
  /// Nothing has this name; names that are near it.
  case unknownName(FilterOption, String, nearest: [String])
  /// Several things have this name: theirs.
  case ambiguousName(FilterOption, String, candidates: [String])
  case notMoney(FilterOption, String)
  case notDay(FilterOption, String)
  case notMonth(FilterOption, String)
  case notYear(FilterOption, String)
  case notYesOrNo(FilterOption, String)
  case notOneOf(FilterOption, String, allowed: [String])
  /// A value that may be given once was given several times.
  case repeated(FilterOption)
}
