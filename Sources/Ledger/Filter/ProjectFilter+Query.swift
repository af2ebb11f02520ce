extension ProjectFilter {
  /// The filter as names and values of a URL's query, in one fixed order: equal filters are written
  /// alike. Codes, not names; sums in 万元.
  package var queryItems: [(name: String, value: String)] {
    FilterProperty.options.flatMap { option in
      option.written(self).map { (name: option.name.rawValue, value: $0) }
    }
  }

  /// Reads what `queryItems` writes. Codes are taken as they are: what the catalogue no longer has
  /// finds nothing.
  package init(queryItems: some Sequence<(name: String, value: String)>) throws(FilterError) {
    var values: [String: [String]] = [:]
    for item in queryItems { values[item.name, default: []].append(item.value) }
    try self.init(options: values, names: .asWritten)
  }
}
