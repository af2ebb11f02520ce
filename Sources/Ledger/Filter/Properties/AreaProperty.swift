extension FilterProperty {
  /// 县区 and 新区: alternatives to each other, because a project may be in one of them or in both.
  package static let area = FilterProperty(
    "area", title: "县区/新区",
    options: [
      Option(name: .area, kind: .place) { (filter, values) throws(FilterError) in
        (filter.districts, filter.zones) = try values.areas()
      } written: { filter in
        filter.districts.sorted().map { "district:\($0)" }
          + filter.zones.sorted().map { "zone:\($0)" }
      }
    ],
    facet: { filter, _ in
      .items(
        [(.district, asked: filter.districts), (.zone, asked: filter.zones)], excluded: [])
    }
  ) { filter, catalogue in
    let places =
      FilterWords.names(.district, filter.districts, catalogue)
      + FilterWords.names(.zone, filter.zones, catalogue)
    return places.isEmpty ? nil : "所在地为\(FilterWords.either(places))"
  }
}

extension FilterOption {
  /// A county, district or zone by any of its names.
  package static let area = FilterOption("area")
}
