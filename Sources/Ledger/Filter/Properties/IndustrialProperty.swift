extension FilterProperty {
  /// 是否产业项目.
  package static let industrial = FilterProperty(
    "industrial", title: "是否产业项目",
    options: [
      Option(name: .industrial, kind: .flag) { (filter, values) throws(FilterError) in
        filter.isIndustrial = try values.flag()
      } written: {
        $0.isIndustrial.map { [$0 ? "yes" : "no"] } ?? []
      }
    ],
    facet: { filter, _ in .flag(.isIndustrial, asked: filter.isIndustrial) }
  ) { filter, _ in
    filter.isIndustrial.map { $0 ? "属产业项目" : "不属产业项目" }
  }
}

extension FilterOption { package static let industrial = FilterOption("industrial") }
