extension FilterProperty {
  /// How far the sum of the year reaches: not to a month, or to none that is stated.
  package static let reached = FilterProperty(
    "reached",
    options: [
      Option(name: .reachedBefore, kind: .month) { (filter, values) throws(FilterError) in
        filter.reachedBefore = try values.month()
      } written: {
        $0.reachedBefore.map { [$0.text] } ?? []
      },
      .flag(.undated, \.isUndated),
    ],
    restrictions: { filter in
      (filter.reachedBefore.map { [.sum(.before($0))] } ?? [])
        + (filter.isUndated ? [.sum(.undated)] : [])
    }
  ) { filter, _ in
    let clauses = [
      filter.reachedBefore.map { "本年累计的数据早于 \($0.year) 年 \($0.lastMonth) 月" },
      filter.isUndated ? "本年累计未注明截至月份" : nil,
    ].compactMap { $0 }
    return clauses.isEmpty ? nil : clauses.joined(separator: "，")
  }
}

extension FilterOption {
  package static let reachedBefore = FilterOption("reached-before")
  package static let undated = FilterOption("undated")
}
