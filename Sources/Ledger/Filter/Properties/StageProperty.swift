extension FilterProperty {
  /// 阶段.
  package static let stage = FilterProperty(
    "stage", title: "阶段", options: [.items(.stage, .stage, \.stages)],
    facet: { filter, _ in .items([(.stage, asked: filter.stages)], excluded: []) }
  ) { filter, catalogue in
    filter.stages.isEmpty
      ? nil : "阶段为\(FilterWords.either(.stage, filter.stages, catalogue))"
  }
}

extension FilterOption { package static let stage = FilterOption("stage") }
