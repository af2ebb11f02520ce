extension FilterProperty {
  /// The year of plans, investment completed and registers.
  package static let year = FilterProperty(
    "year",
    options: [
      Option(name: .year, kind: .year) { (filter, values) throws(FilterError) in
        filter.year = try values.year()
      } written: {
        $0.year.map { [String($0)] } ?? []
      }
    ], isProviso: true
  ) { filter, _ in
    filter.year.map { "\($0) 年度" }
  }

  /// The ledger at the end of a day.
  package static let asOf = FilterProperty(
    "as-of", options: [.day(.asOf, \.asOf)], isProviso: true
  ) { filter, _ in
    filter.asOf.map { "按 \(FilterWords.day($0))的台账" }
  }

  /// The month of the figures.
  package static let month = FilterProperty(
    "month",
    options: [
      Option(name: .month, kind: .month) { (filter, values) throws(FilterError) in
        filter.month = try values.month()
      } written: {
        $0.month.map { [$0.text] } ?? []
      }
    ], isProviso: true
  ) { filter, _ in
    filter.month.map { "数据截至 \($0.year) 年 \($0.lastMonth) 月" }
  }
}

extension FilterOption {
  package static let year = FilterOption("year")
  package static let asOf = FilterOption("as-of")
  package static let month = FilterOption("month")
}
