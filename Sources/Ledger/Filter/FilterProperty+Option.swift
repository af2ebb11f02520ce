extension FilterProperty {
  /// One option of a filter, with its parser and formatter.
  struct Option: Sendable {
    let name: FilterOption
    let kind: FilterOption.Kind
    let read: @Sendable (inout ProjectFilter, FilterValues) throws(FilterError) -> Void
    /// The values as in a URL: codes, not names; empty for the default.
    let written: @Sendable (ProjectFilter) -> [String]
  }
}

/// Options by kind of value.
extension FilterProperty.Option {
  typealias Path<Value> = any WritableKeyPath<ProjectFilter, Value> & Sendable

  /// Names or codes of items.
  static func items(_ name: FilterOption, _ kind: CatalogueKind, _ path: Path<Set<String>>) -> Self
  {
    Self(name: name, kind: .item(kind)) { (filter, values) throws(FilterError) in
      filter[keyPath: path] = try values.codes(of: kind)
    } written: {
      $0[keyPath: path].sorted()
    }
  }

  /// Verbatim texts.
  static func texts(_ name: FilterOption, _ path: Path<Set<String>>) -> Self {
    Self(name: name, kind: .text) { (filter, values) throws(FilterError) in
      filter[keyPath: path] = Set(values.texts())
    } written: {
      $0[keyPath: path].sorted()
    }
  }

  /// A boolean; false by default.
  static func flag(_ name: FilterOption, _ path: Path<Bool>) -> Self {
    Self(name: name, kind: .flag) { (filter, values) throws(FilterError) in
      filter[keyPath: path] = try values.flag()
    } written: {
      $0[keyPath: path] ? ["yes"] : []
    }
  }

  /// One of a few words; the empty filter's is the default.
  static func choice<Choice: FilterChoice>(
    _ name: FilterOption, _ path: Path<Choice>
  ) -> Self {
    Self(name: name, kind: .choice(Choice.allCases.map(\.rawValue))) {
      (filter, values) throws(FilterError) in
      filter[keyPath: path] = try values.choice()
    } written: {
      $0[keyPath: path] == ProjectFilter()[keyPath: path] ? [] : [$0[keyPath: path].rawValue]
    }
  }

  /// An amount, formatted in 万元.
  static func money(_ name: FilterOption, _ path: Path<Money?>) -> Self {
    Self(name: name, kind: .money) { (filter, values) throws(FilterError) in
      filter[keyPath: path] = try values.money()
    } written: {
      $0[keyPath: path].map { [$0.wanYuan] } ?? []
    }
  }

  static func day(_ name: FilterOption, _ path: Path<PartialDate?>) -> Self {
    Self(name: name, kind: .day) { (filter, values) throws(FilterError) in
      filter[keyPath: path] = try values.day()
    } written: {
      $0[keyPath: path].map { [$0.text] } ?? []
    }
  }
}

/// A fixed set of words for an option.
protocol FilterChoice: CaseIterable, RawRepresentable<String>, Equatable, SendableMetatype {}

extension UnitRole: FilterChoice {}
extension CountingBasis: FilterChoice {}
