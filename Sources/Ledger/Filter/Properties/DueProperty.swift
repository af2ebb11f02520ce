extension FilterProperty {
  /// Works that should have started or finished by the end of a month and have not.
  package static let due = FilterProperty(
    "due",
    options: [
      Option(name: .due, kind: .month) { (filter, values) throws(FilterError) in
        filter.due = try values.month()
      } written: {
        $0.due.map { [$0.text] } ?? []
      }
    ],
    restrictions: { $0.due.map { [.due($0)] } ?? [] }
  ) { filter, _ in
    filter.due.map { "计划 \($0.year) 年 \($0.lastMonth) 月底前开工或竣工而尚未开工、竣工" }
  }
}

extension FilterOption { package static let due = FilterOption("due") }
