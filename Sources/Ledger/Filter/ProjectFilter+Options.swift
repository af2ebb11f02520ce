extension ProjectFilter {
  /// Reads options as people write them: names, former names and codes, several to an option.
  package init(options: [String: [String]], catalogue: Catalogue) throws(FilterError) {
    try self.init(options: options, names: .resolved(by: catalogue))
  }

  init(options: [String: [String]], names: FilterNames) throws(FilterError) {
    self.init()
    for name in options.keys.sorted() where FilterOption(rawValue: name) == nil {
      throw .unknownOption(name)
    }
    for option in FilterOption.allCases {
      guard let values = options[option.rawValue], !values.isEmpty else { continue }
      try read(option, FilterValues(option: option, values: values, names: names))
    }
  }

  private mutating func read(
    _ option: FilterOption, _ values: FilterValues
  ) throws(FilterError) {
    switch option {
    case .chain: chains = try values.codes(of: .chain)
    case .otherChains: includesOtherChains = try values.flag()
    case .unit: units = try values.codes(of: .unit)
    case .unitRole: unitRole = try values.choice()
    case .stage: stages = try values.codes(of: .stage)
    case .condition: conditions = try values.codes(of: .condition)
    case .area: (districts, zones) = try values.areas()
    case .register: registers = try values.registers()
    case .nature: natures = Set(values.texts())
    case .industrial: isIndustrial = try values.flag()
    case .minInvestment: minInvestment = try values.money()
    case .maxInvestment: maxInvestment = try values.money()
    case .query: query = values.values.joined(separator: " ")
    case .year: year = try values.year()
    case .asOf: asOf = try values.day()
    case .month: month = try values.month()
    case .counting: counting = try values.choice()
    case .ended: includesEnded = try values.flag()
    case .missing: missing = try values.fields()
    case .updatedSince: updatedSince = try values.day()
    }
  }
}
