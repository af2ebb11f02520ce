extension FilterProperty {
  /// 新开工: planned to start in a year, or started in it. For a month: those of its year started by the month's
  /// end.
  package static let starts = FilterProperty(
    "starts",
    options: [
      Option(name: .starts, kind: .yearOrMonth) { (filter, values) throws(FilterError) in
        filter.starts = try values.yearOrMonth()
      } written: {
        $0.starts.map { [$0.text] } ?? []
      }
    ],
    restrictions: { $0.starts.map { [.starts($0)] } ?? [] }
  ) { filter, _ in
    filter.starts.map { period in
      "\(period.year) 年计划新开工" + (period.isYear ? "" : "且 \(period.lastMonth) 月底前已开工")
    }
  }
}

extension FilterOption { package static let starts = FilterOption("starts") }
