import Ledger

/// Counts projects by every property while a scan goes over them.
struct FacetCounter {
  private struct Tally {
    var count = 0
    var fen: Int128 = 0

    mutating func add(_ investment: Int64) {
      count += 1
      fen += Int128(investment)
    }
  }

  /// By item number; 0 is none.
  private var items: [[Tally]]
  private var registers: [Tally] = []
  private var withoutRegister = Tally()
  private var natures: [Tally] = []
  private var withoutNature = Tally()
  private var industrial = Array(repeating: Tally(), count: 3)

  init(items: ItemNumbers) {
    self.items = Array(repeating: Array(repeating: Tally(), count: items.limit), count: 5)
  }

  /// Counts a row in all facets, or in the one it alone fails by.
  mutating func add(_ row: ScannedRow, failing: UInt16, year: Int?) {
    let isAll = failing == 0
    let money = row.investment
    if isAll || failing == FacetKind.chain.bit {
      items[0][row.chain].add(money)
      for chain in row.otherChains where chain != row.chain { items[0][chain].add(money) }
    }
    if isAll || failing == FacetKind.stage.bit { items[1][row.stage].add(money) }
    if isAll || failing == FacetKind.condition.bit { items[2][row.condition].add(money) }
    if isAll || failing == FacetKind.area.bit {
      if row.district != 0 || row.zone == 0 { items[3][row.district].add(money) }
      if row.zone != 0 { items[3][row.zone].add(money) }
    }
    if isAll || failing == FacetKind.unit.bit {
      if row.units.isEmpty { items[4][0].add(money) }
      for unit in row.units { items[4][unit].add(money) }
    }
    if isAll || failing == FacetKind.register.bit { addRegisters(row, year: year) }
    if isAll || failing == FacetKind.nature.bit {
      if row.nature < 0 {
        withoutNature.add(money)
      } else {
        while natures.count <= row.nature { natures.append(Tally()) }
        natures[row.nature].add(money)
      }
    }
    if isAll || failing == FacetKind.industrial.bit { industrial[row.industrial].add(money) }
  }

  private mutating func addRegisters(_ row: ScannedRow, year: Int?) {
    var isOnAny = false
    for (index, place) in row.registers.enumerated() where (year ?? place.year) == place.year {
      isOnAny = true
      // Each register once, however many years it holds the project.
      let isRepeated = row.registers[..<index].contains {
        $0.register == place.register && (year ?? $0.year) == $0.year
      }
      if isRepeated { continue }
      while registers.count <= place.register { registers.append(Tally()) }
      registers[place.register].add(row.investment)
    }
    if !isOnAny { withoutRegister.add(row.investment) }
  }

  /// The facets, values in the catalogue's order, what is unknown last.
  func facets(_ scan: Scan, filter: ProjectFilter) -> [Facet] {
    FacetKind.allCases.map { kind in
      let values =
        switch kind {
        case .chain: counts(0, [.chain], scan) { _, code in filter.chains.contains(code) }
        case .stage: counts(1, [.stage], scan) { _, code in filter.stages.contains(code) }
        case .condition:
          counts(2, [.condition], scan) { _, code in filter.conditions.contains(code) }
        case .area:
          counts(3, [.district, .zone], scan) { kind, code in
            (kind == .district ? filter.districts : filter.zones).contains(code)
          }
        case .unit: counts(4, [.unit], scan) { _, code in filter.units.contains(code) }
        case .register: registerCounts(scan, filter)
        case .nature: natureCounts(scan, filter)
        case .industrial: industrialCounts(filter)
        }
      return Facet(kind: kind, values: values)
    }
  }

  private func counts(
    _ index: Int, _ kinds: [CatalogueKind], _ scan: Scan,
    isSelected: (CatalogueKind, String) -> Bool
  ) -> [Facet.Count] {
    var counts: [Facet.Count] = []
    for kind in kinds {
      for item in scan.catalogue.items(of: kind) {
        guard let number = scan.items.number(of: item.code, kind: kind) else { continue }
        counts += count(
          .item(kind, code: item.code), items[index][Int(number)], isSelected(kind, item.code))
      }
    }
    return counts + count(.none, items[index][0], false)
  }

  private func registerCounts(_ scan: Scan, _ filter: ProjectFilter) -> [Facet.Count] {
    let codes = scan.texts.registerCodes
    let sorted = scan.catalogue.sorted(.register, codes)
    let asked = Set(filter.registers.map(\.register))
    let counts = sorted.flatMap { code -> [Facet.Count] in
      guard let index = codes.firstIndex(of: code), index < registers.count else { return [] }
      let isKnown = scan.catalogue.item(.register, code) != nil
      return count(
        isKnown ? .item(.register, code: code) : .text(code), registers[index],
        asked.contains(code))
    }
    return counts + count(.none, withoutRegister, false)
  }

  private func natureCounts(_ scan: Scan, _ filter: ProjectFilter) -> [Facet.Count] {
    let names = scan.texts.natureNames
    let counts = natures.indices.sorted {
      (-natures[$0].count, names[$0]) < (-natures[$1].count, names[$1])
    }.flatMap { count(.text(names[$0]), natures[$0], filter.natures.contains(names[$0])) }
    return counts + count(.none, withoutNature, false)
  }

  private func industrialCounts(_ filter: ProjectFilter) -> [Facet.Count] {
    count(.flag(true), industrial[1], filter.isIndustrial == true)
      + count(.flag(false), industrial[0], filter.isIndustrial == false)
      + count(.none, industrial[2], false)
  }

  /// A value nobody has is shown only when it is asked for.
  private func count(
    _ value: Facet.Value, _ tally: Tally, _ isSelected: Bool
  ) -> [Facet.Count] {
    if tally.count == 0 && !isSelected { return [] }
    return [
      Facet.Count(
        value: value, count: tally.count, investment: Money(fen: Int64(clamping: tally.fen)),
        isSelected: isSelected)
    ]
  }
}
