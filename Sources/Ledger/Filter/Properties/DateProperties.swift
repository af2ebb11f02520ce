extension FilterProperty {
  /// 计划开工, 实际开工, 计划竣工, 实际竣工, each within spans of time.
  package static let dates = FilterProperty(
    "dates",
    options: [
      date(.startPlanned, .startPlanned), date(.startActual, .startActual),
      date(.finishPlanned, .finishPlanned), date(.finishActual, .finishActual),
    ],
    restrictions: { filter in
      PlannedWorks.dates.compactMap { field in filter.dates[field].map { .within(field, $0) } }
    }
  ) { filter, _ in
    let clauses = PlannedWorks.dates.compactMap { field in
      filter.dates[field].map { spans in
        field.label + "在"
          + FilterWords.either(spans.sorted { $0.text < $1.text }.map(FilterWords.span))
      }
    }
    return clauses.isEmpty ? nil : clauses.joined(separator: "，")
  }

  private static func date(_ name: FilterOption, _ field: Field) -> Option {
    Option(name: name, kind: .span) { (filter, values) throws(FilterError) in
      filter.dates[field] = try values.spans()
    } written: {
      ($0.dates[field] ?? []).map(\.text).sorted()
    }
  }
}

extension FilterOption {
  package static let startPlanned = FilterOption("start-planned")
  package static let startActual = FilterOption("start-actual")
  package static let finishPlanned = FilterOption("finish-planned")
  package static let finishActual = FilterOption("finish-actual")
}
