extension FilterProperty {
  /// 进度灯, as shown in books.
  package static let light = FilterProperty(
    "light",
    options: [
      Option(name: .light, kind: .light) { (filter, values) throws(FilterError) in
        filter.lights = try values.lights()
      } written: {
        $0.lights.map(\.rawValue).sorted()
      }
    ],
    restrictions: { filter in filter.lights.isEmpty ? [] : [.light(filter.lights)] }
  ) { filter, catalogue in
    filter.lights.isEmpty
      ? nil : "进度灯为" + FilterWords.either(filter.lights.sorted().map(catalogue.lightRule.word))
  }
}

extension FilterOption { package static let light = FilterOption("light") }
