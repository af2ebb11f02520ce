extension ProjectFilter {
  /// The filter as names and values of a URL's query, in one fixed order: equal filters are written
  /// alike. Codes, not names; sums in 万元.
  package var queryItems: [(name: String, value: String)] {
    FilterOption.allCases.flatMap { option in
      values(of: option).map { (name: option.rawValue, value: $0) }
    }
  }

  /// Reads what `queryItems` writes. Codes are taken as they are: what the catalogue no longer has
  /// finds nothing.
  package init(queryItems: some Sequence<(name: String, value: String)>) throws(FilterError) {
    var values: [String: [String]] = [:]
    for item in queryItems { values[item.name, default: []].append(item.value) }
    try self.init(options: values, names: .asWritten)
  }

  private func values(of option: FilterOption) -> [String] {
    let empty = ProjectFilter()
    return switch option {
    case .chain: chains.sorted()
    case .otherChains: includesOtherChains ? ["yes"] : []
    case .unit: units.sorted()
    case .unitRole: unitRole == empty.unitRole ? [] : [unitRole.rawValue]
    case .stage: stages.sorted()
    case .condition: conditions.sorted()
    case .area: districts.sorted().map { "district:\($0)" } + zones.sorted().map { "zone:\($0)" }
    case .register: registers.map(\.text).sorted()
    case .nature: natures.sorted()
    case .industrial: isIndustrial.map { [$0 ? "yes" : "no"] } ?? []
    case .minInvestment: minInvestment.map { [$0.wanYuan] } ?? []
    case .maxInvestment: maxInvestment.map { [$0.wanYuan] } ?? []
    case .query: query.isEmpty ? [] : [query]
    case .year: year.map { [String($0)] } ?? []
    case .asOf: asOf.map { [$0.text] } ?? []
    case .month: month.map { [$0.text] } ?? []
    case .counting: counting == empty.counting ? [] : [counting.rawValue]
    case .ended: includesEnded ? ["yes"] : []
    case .missing: missing.map(\.id).sorted()
    case .updatedSince: updatedSince.map { [$0.text] } ?? []
    }
  }
}
