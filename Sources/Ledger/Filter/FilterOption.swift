/// A filter option's name on the command line and in URLs.
package struct FilterOption: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  /// Nil if no property has the name.
  package init?(rawValue: String) {
    guard Self.known.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  init(_ name: String) { rawValue = name }

  /// All options, in the order in which a filter is written.
  package static let all = FilterProperty.all.flatMap(\.options).map(\.name)

  private static let known = Set(all.map(\.rawValue))
}

extension FilterOption {
  /// The kind of an option's values.
  package enum Kind: Hashable, Sendable {
    /// Items of a kind, places, registers, batches, fields, lights: several are alternatives.
    case item(CatalogueKind)
    case place
    case register
    case batch
    case field
    case light
    /// Verbatim texts, spans of time: several are alternatives.
    case text
    case span
    /// The words of a search: all must match.
    case words
    case flag
    case choice([String])
    case money
    case day
    case month
    case year
    case yearOrMonth
    case share

    /// Whether it accepts several values.
    package var isList: Bool {
      switch self {
      case .item, .place, .register, .batch, .field, .light, .text, .span, .words: true
      case .flag, .choice, .money, .day, .month, .year, .yearOrMonth, .share: false
      }
    }
  }

  package var kind: Kind { Self.kinds[self] ?? .text }

  private static let kinds = Dictionary(
    FilterProperty.all.flatMap(\.options).map { ($0.name, $0.kind) }
  ) { first, _ in first }
}

/// A fault in one value of a filter.
package enum FilterError: Error, Hashable, Sendable {
  case unknownOption(String)
  /// Nothing has this name; similar names.
  case unknownName(FilterOption, String, nearest: [String])
  /// Several items have this name; their names.
  case ambiguousName(FilterOption, String, candidates: [String])
  case notMoney(FilterOption, String)
  case notDay(FilterOption, String)
  case notMonth(FilterOption, String)
  case notYear(FilterOption, String)
  /// Not a span of time, or not a share.
  case notSpan(FilterOption, String)
  case notShare(FilterOption, String)
  case notYesOrNo(FilterOption, String)
  case notOneOf(FilterOption, String, allowed: [String])
  /// Several values for an option that accepts one.
  case repeated(FilterOption)
}
