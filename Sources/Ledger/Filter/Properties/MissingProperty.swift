extension FilterProperty {
  /// Fields that a project must not have.
  package static let missing = FilterProperty(
    "missing",
    options: [
      Option(name: .missing, kind: .field) { (filter, values) throws(FilterError) in
        filter.missing = try values.fields()
      } written: {
        $0.missing.map(\.id).sorted()
      }
    ],
    restrictions: { $0.missing.sorted { $0.rawValue < $1.rawValue }.map { .missing($0) } }
  ) { filter, _ in
    if filter.missing.isEmpty { return nil }
    let labels = filter.missing.sorted { $0.rawValue < $1.rawValue }.map(\.label)
    return "缺" + labels.joined(separator: "、")
  }
}

extension FilterOption { package static let missing = FilterOption("missing") }
