extension FilterProperty {
  /// Projects last changed on a day or later.
  package static let updatedSince = FilterProperty(
    "updated-since", options: [.day(.updatedSince, \.updatedSince)],
    restrictions: { $0.updatedSince.map { [.updatedSince($0)] } ?? [] }
  ) { filter, _ in
    filter.updatedSince.map { "\(FilterWords.day($0))以来有变动" }
  }
}

extension FilterOption { package static let updatedSince = FilterOption("updated-since") }
