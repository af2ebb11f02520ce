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

    mutating func add(_ other: Tally) {
      count += other.count
      fen += other.fen
    }
  }

  /// Counts projects that fail by their chain alone.
  mutating func add(_ tally: ChainTallies.Tally) {
    chains[tally.chain].add(Tally(count: tally.count, fen: Int128(tally.fen)))
  }

  /// By item number; 0 is none.
  private var chains: [Tally]
  private var stages: [Tally]
  private var conditions: [Tally]
  private var areas: [Tally]
  /// By the number of a text; what they say is added up at the end.
  private var otherChains: [Tally] = []
  private var units: [Tally] = []
  private var registers: [Tally] = []
  private var natures: [Tally] = []
  private var industrial = Array(repeating: Tally(), count: 3)

  init(items: ItemNumbers) {
    let none = Array(repeating: Tally(), count: items.limit)
    (chains, stages, conditions, areas) = (none, none, none, none)
  }

  /// Counts a row in all facets, or in the one it alone fails by.
  mutating func add(_ row: ScannedRow, failing: UInt16) {
    let isAll = failing == 0
    let money = row.investment
    if isAll || failing == FacetKind.chain.bit {
      if !row.repeatsChain { chains[row.chain].add(money) }
      if row.otherChains > 0 { Self.add(money, to: &otherChains, row.otherChains) }
    }
    if isAll || failing == FacetKind.stage.bit { stages[row.stage].add(money) }
    if isAll || failing == FacetKind.condition.bit { conditions[row.condition].add(money) }
    if isAll || failing == FacetKind.area.bit {
      if row.district != 0 || row.zone == 0 { areas[row.district].add(money) }
      if row.zone != 0 { areas[row.zone].add(money) }
    }
    if isAll || failing == FacetKind.unit.bit { Self.add(money, to: &units, row.units) }
    if isAll || failing == FacetKind.register.bit {
      Self.add(money, to: &registers, row.registers)
    }
    if isAll || failing == FacetKind.nature.bit { Self.add(money, to: &natures, row.nature) }
    if isAll || failing == FacetKind.industrial.bit { industrial[row.industrial].add(money) }
  }

  private static func add(_ money: Int64, to tallies: inout [Tally], _ number: Int) {
    while tallies.count <= number { tallies.append(Tally()) }
    tallies[number].add(money)
  }

  /// The facets, values in the catalogue's order, what is unknown last.
  func facets(_ scan: Scan, filter: ProjectFilter) -> [Facet] {
    FacetKind.allCases.map { kind in
      let values =
        switch kind {
        case .chain:
          counts(withOtherChains(scan.texts), [.chain], scan) { filter.chains.contains($1) }
        case .stage: counts(stages, [.stage], scan) { filter.stages.contains($1) }
        case .condition:
          counts(conditions, [.condition], scan) { filter.conditions.contains($1) }
        case .area:
          counts(areas, [.district, .zone], scan) { kind, code in
            (kind == .district ? filter.districts : filter.zones).contains(code)
          }
        case .unit: counts(byUnit(scan), [.unit], scan) { filter.units.contains($1) }
        case .register: registerCounts(scan, filter)
        case .nature: natureCounts(scan, filter)
        case .industrial: industrialCounts(filter)
        }
      return Facet(kind: kind, values: values)
    }
  }

  /// Projects count in their other chains too, where a scan reads these.
  private func withOtherChains(_ texts: ScanTexts) -> [Tally] {
    var tallies = chains
    for (number, tally) in otherChains.enumerated() {
      for chain in texts.chains[number] { tallies[chain].add(tally) }
    }
    return tallies
  }

  private func byUnit(_ scan: Scan) -> [Tally] {
    var tallies = Array(repeating: Tally(), count: scan.items.limit)
    for (number, tally) in units.enumerated() {
      let list = scan.texts.units[number]
      for unit in list.isEmpty ? [0] : list { tallies[unit].add(tally) }
    }
    return tallies
  }

  private func counts(
    _ tallies: [Tally], _ kinds: [CatalogueKind], _ scan: Scan,
    isSelected: (CatalogueKind, String) -> Bool
  ) -> [Facet.Count] {
    var counts: [Facet.Count] = []
    for kind in kinds {
      for item in scan.catalogue.items(of: kind) {
        guard let number = scan.items.number(of: item.code, kind: kind) else { continue }
        counts += count(
          .item(kind, code: item.code), tallies[Int(number)], isSelected(kind, item.code))
      }
    }
    return counts + count(.none, tallies[0], false)
  }

  /// Each register once a project, however many years it holds it; only the year asked for.
  private func registerCounts(_ scan: Scan, _ filter: ProjectFilter) -> [Facet.Count] {
    var tallies: [String: Tally] = [:]
    var none = Tally()
    for (number, tally) in registers.enumerated() {
      let places = scan.places.sets[number].filter { (filter.year ?? $0.year) == $0.year }
      for code in Set(places.map(\.register)) { tallies[code, default: Tally()].add(tally) }
      if places.isEmpty { none.add(tally) }
    }
    let asked = Set(filter.registers.map(\.register))
    let codes = scan.catalogue.sorted(.register, Set(tallies.keys).union(asked))
    let counts = codes.flatMap { code in
      let isKnown = scan.catalogue.item(.register, code) != nil
      return count(
        isKnown ? .item(.register, code: code) : .text(code), tallies[code] ?? Tally(),
        asked.contains(code))
    }
    return counts + count(.none, none, false)
  }

  private func natureCounts(_ scan: Scan, _ filter: ProjectFilter) -> [Facet.Count] {
    let names = scan.texts.natures
    let counts = natures.indices.dropFirst().sorted {
      (-natures[$0].count, names[$0]) < (-natures[$1].count, names[$1])
    }.flatMap { count(.text(names[$0]), natures[$0], filter.natures.contains(names[$0])) }
    return counts + count(.none, natures.first ?? Tally(), false)
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
