extension FilterProperty {
  /// One name with which a filter is written, as people read and write it.
  struct Option: Sendable {
    let name: FilterOption
    let kind: FilterOption.Kind
    let read: @Sendable (inout ProjectFilter, FilterValues) throws(FilterError) -> Void
    /// The values as a URL has them: codes, not names; empty for what is usual.
    let written: @Sendable (ProjectFilter) -> [String]
  }
}

/// The kinds of values that options have.
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

  /// Texts as they are.
  static func texts(_ name: FilterOption, _ path: Path<Set<String>>) -> Self {
    Self(name: name, kind: .text) { (filter, values) throws(FilterError) in
      filter[keyPath: path] = Set(values.texts())
    } written: {
      $0[keyPath: path].sorted()
    }
  }

  /// Yes; no is usual.
  static func flag(_ name: FilterOption, _ path: Path<Bool>) -> Self {
    Self(name: name, kind: .flag) { (filter, values) throws(FilterError) in
      filter[keyPath: path] = try values.flag()
    } written: {
      $0[keyPath: path] ? ["yes"] : []
    }
  }

  /// One of a few words; that of an empty filter is usual.
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

  /// A sum in 万元.
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

/// One of a few words that an option can have.
protocol FilterChoice: CaseIterable, RawRepresentable<String>, Equatable, SendableMetatype {}

extension UnitRole: FilterChoice {}
extension CountingBasis: FilterChoice {}
