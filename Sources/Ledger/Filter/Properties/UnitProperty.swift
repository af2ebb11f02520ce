extension FilterProperty {
  /// 单位: as lead, or in any role.
  package static let unit = FilterProperty(
    "unit", title: "单位",
    options: [.items(.unit, .unit, \.units), .choice(.unitRole, \.unitRole)],
    facet: { filter, _ in
      .lists(
        filter.unitRole == .lead
          ? [.leadUnits] : [.leadUnits, .responsibleUnits, .cooperatingUnits],
        asked: filter.units)
    }
  ) { filter, catalogue in
    if filter.units.isEmpty { return nil }
    return (filter.unitRole == .lead ? "牵头单位" : "牵头、责任或配合单位") + "为"
      + FilterWords.either(.unit, filter.units, catalogue)
  }
}

extension FilterOption {
  package static let unit = FilterOption("unit")
  package static let unitRole = FilterOption("unit-role")
}
