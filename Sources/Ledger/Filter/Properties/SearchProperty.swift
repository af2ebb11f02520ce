extension FilterProperty {
  /// The text of the search box.
  package static let search = FilterProperty(
    "search",
    options: [
      Option(name: .query, kind: .words) { (filter, values) throws(FilterError) in
        filter.query = values.values.joined(separator: " ")
      } written: {
        $0.query.isEmpty ? [] : [$0.query]
      }
    ],
    restrictions: { $0.searchQuery.terms.map { .holds($0) } }
  ) { filter, _ in
    filter.searchQuery.isEmpty ? nil : "含“\(filter.query)”"
  }
}

extension FilterOption { package static let query = FilterOption("q") }
