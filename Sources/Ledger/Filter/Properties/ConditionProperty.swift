extension FilterProperty {
  /// 状态.
  package static let condition = FilterProperty(
    "condition", title: "状态", options: [.items(.condition, .condition, \.conditions)],
    facet: { filter, catalogue in
      .items(
        [(.condition, asked: filter.conditions)],
        excluded: filter.excludedConditions(in: catalogue))
    }
  ) { filter, catalogue in
    filter.conditions.isEmpty
      ? nil : "状态为\(FilterWords.either(.condition, filter.conditions, catalogue))"
  }
}

extension FilterOption { package static let condition = FilterOption("condition") }
