extension FilterProperty {
  /// 年度批次: the batch in which a year plans a project, independent of its stage.
  package static let batch = FilterProperty(
    "batch", title: "年度批次",
    options: [
      Option(name: .batch, kind: .batch) { (filter, values) throws(FilterError) in
        filter.batches = try values.batches()
      } written: {
        $0.batches.map(\.text).sorted()
      }
    ],
    facet: { filter, _ in .batches(asked: filter.batches, year: filter.year) }
  ) { filter, catalogue in
    let order = catalogue.batches
    let asked = filter.batches.filter { $0 != .none }.sorted { left, right in
      let places = [left, right].map { order.firstIndex(of: $0.name) ?? order.count }
      return (places[0], left.text) < (places[1], right.text)
    }
    let names = asked.map { ($0.year.map { "\($0) 年" } ?? "") + $0.name }
    let clauses =
      (names.isEmpty ? [] : ["列入\(FilterWords.either(names))"])
      + (filter.batches.contains(.none) ? ["未列入年度批次"] : [])
    return clauses.isEmpty ? nil : clauses.joined(separator: "或")
  }
}

extension FilterOption { package static let batch = FilterOption("batch") }
