extension ProjectFilter {
  /// Parses options as people write them: names, former names and codes, several per option.
  package init(options: [String: [String]], catalogue: Catalogue) throws(FilterError) {
    try self.init(options: options, names: .resolved(by: catalogue))
  }

  init(options: [String: [String]], names: FilterNames) throws(FilterError) {
    self.init()
    var asked: [(place: Int, values: [String])] = []
    for (name, values) in options.sorted(by: { $0.key < $1.key }) {
      guard let place = FilterProperty.places[name] else { throw .unknownOption(name) }
      if !values.isEmpty { asked.append((place, values)) }
    }
    for (place, values) in asked.sorted(by: { $0.place < $1.place }) {
      let option = FilterProperty.options[place]
      try option.read(&self, FilterValues(option: option.name, values: values, names: names))
    }
  }
}
