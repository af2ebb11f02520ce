extension FilterProperty {
  /// 建设性质, as lists write it.
  package static let nature = FilterProperty(
    "nature", title: "建设性质", options: [.texts(.nature, \.natures)],
    facet: { filter, _ in .text(.nature, asked: filter.natures) }
  ) { filter, _ in
    filter.natures.isEmpty ? nil : "建设性质为\(FilterWords.either(filter.natures.sorted()))"
  }
}

extension FilterOption { package static let nature = FilterOption("nature") }
