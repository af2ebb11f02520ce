extension FilterProperty {
  /// Fields that a project must have.
  package static let has = FilterProperty(
    "has",
    options: [
      Option(name: .has, kind: .field) { (filter, values) throws(FilterError) in
        filter.having = try values.fields()
      } written: {
        $0.having.map(\.id).sorted()
      }
    ],
    restrictions: { $0.having.sorted { $0.rawValue < $1.rawValue }.map { .has($0) } }
  ) { filter, _ in
    if filter.having.isEmpty { return nil }
    let labels = filter.having.sorted { $0.rawValue < $1.rawValue }.map(\.label)
    return "有" + labels.joined(separator: "、")
  }
}

extension FilterOption { package static let has = FilterOption("has") }
