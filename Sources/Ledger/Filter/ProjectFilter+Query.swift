extension ProjectFilter {
  /// The filter as names and values of a URL's query, in a fixed order: equal filters give equal
  /// text. Codes, not names; amounts in 万元.
  package var queryItems: [(name: String, value: String)] {
    FilterProperty.options.flatMap { option in
      option.written(self).map { (name: option.name.rawValue, value: $0) }
    }
  }

  /// Parses what `queryItems` returns. Codes are not checked: those missing in the catalogue match
  /// nothing.
  package init(queryItems: some Sequence<(name: String, value: String)>) throws(FilterError) {
    var values: [String: [String]] = [:]
    for item in queryItems { values[item.name, default: []].append(item.value) }
    try self.init(options: values, names: .asWritten)
  }
}
