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
    for option in FilterProperty.options {
      guard let values = options[option.name.rawValue], !values.isEmpty else { continue }
      try option.read(&self, FilterValues(option: option.name, values: values, names: names))
    }
  }
}
