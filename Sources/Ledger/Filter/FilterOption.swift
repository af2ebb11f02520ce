/// A name by which a filter is written on a command line and in a URL.
package struct FilterOption: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  /// Nil for a name that no property has.
  package init?(rawValue: String) {
    guard Self.known.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  init(_ name: String) { rawValue = name }

  /// In the order in which a filter is written.
  package static let all = FilterProperty.all.flatMap(\.options).map(\.name)

  private static let known = Set(all.map(\.rawValue))
}

extension FilterOption {
  /// What its values are.
  package enum Kind: Hashable, Sendable {
    /// Items of a kind, districts and zones, registers, fields, lights: any of several.
    case item(CatalogueKind)
    case place
    case register
    case field
    case light
    /// Texts as they are, stretches of time: any of several.
    case text
    case span
    /// The words of a search: all of them.
    case words
    case flag
    case choice([String])
    case money
    case day
    case month
    case year
    case yearOrMonth
    case share

    /// Whether several values may be given.
    package var isList: Bool {
      switch self {
      case .item, .place, .register, .field, .light, .text, .span, .words: true
      case .flag, .choice, .money, .day, .month, .year, .yearOrMonth, .share: false
      }
    }
  }

  package var kind: Kind { Self.kinds[self] ?? .text }

  private static let kinds = Dictionary(
    FilterProperty.all.flatMap(\.options).map { ($0.name, $0.kind) }
  ) { first, _ in first }
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
  /// No stretch of time, no share.
  case notSpan(FilterOption, String)
  case notShare(FilterOption, String)
  case notYesOrNo(FilterOption, String)
  case notOneOf(FilterOption, String, allowed: [String])
  /// A value that may be given once was given several times.
  case repeated(FilterOption)
}
