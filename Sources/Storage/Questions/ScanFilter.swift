import Ledger

/// The part of a filter that facets count by, ready to be judged row by row.
struct ScanFilter {
  private let chains: ItemMask?
  private let stages: ItemMask?
  private let conditions: ItemMask?
  private let excluded: ItemMask?
  private let districts: ItemMask?
  private let zones: ItemMask?
  private let units: ItemMask?
  private let registers: Set<RegisterClause>
  private let natures: Set<String>
  private let isIndustrial: Bool?
  private var onAsked: [Bool] = []
  let year: Int?

  init(_ filter: ProjectFilter, catalogue: Catalogue, items: ItemNumbers) {
    func mask(_ codes: some Collection<String>, _ kind: CatalogueKind) -> ItemMask? {
      codes.isEmpty ? nil : ItemMask(codes, of: kind, items: items)
    }
    chains = mask(filter.chains, .chain)
    stages = mask(filter.stages, .stage)
    conditions = mask(filter.conditions, .condition)
    excluded = mask(filter.excludedConditions(in: catalogue), .condition)
    districts = mask(filter.districts, .district)
    zones = mask(filter.zones, .zone)
    units = mask(filter.units, .unit)
    registers = filter.registers
    natures = filter.natures
    isIndustrial = filter.isIndustrial
    year = filter.year
  }

  /// The properties that the filter asks about.
  var kinds: Set<FacetKind> {
    var kinds: Set<FacetKind> = []
    if chains != nil { kinds.insert(.chain) }
    if stages != nil { kinds.insert(.stage) }
    if conditions != nil { kinds.insert(.condition) }
    if districts != nil || zones != nil { kinds.insert(.area) }
    if units != nil { kinds.insert(.unit) }
    if !registers.isEmpty { kinds.insert(.register) }
    if !natures.isEmpty { kinds.insert(.nature) }
    if isIndustrial != nil { kinds.insert(.industrial) }
    return kinds
  }

  /// The properties by which a row is not part of the answer: bit n is `FacetKind.allCases[n]`.
  mutating func failing(
    _ row: ScannedRow, _ texts: ScanTexts, _ places: RegisterPlaces
  ) -> UInt16 {
    var failing: UInt16 = 0
    if let chains, !chains.contains(row.chain),
      row.otherChains == 0 || !texts.chains[row.otherChains].contains(where: chains.contains)
    {
      failing |= FacetKind.chain.bit
    }
    if let stages, !stages.contains(row.stage) { failing |= FacetKind.stage.bit }
    if let conditions, !conditions.contains(row.condition) { failing |= FacetKind.condition.bit }
    if let excluded, excluded.contains(row.condition) { failing |= FacetKind.condition.bit }
    if districts != nil || zones != nil,
      districts?.contains(row.district) != true, zones?.contains(row.zone) != true
    {
      failing |= FacetKind.area.bit
    }
    if let units, !texts.units[row.units].contains(where: units.contains) {
      failing |= FacetKind.unit.bit
    }
    if !registers.isEmpty, !isOnAsked(row.registers, places) {
      failing |= FacetKind.register.bit
    }
    if !natures.isEmpty, row.nature == 0 || !natures.contains(texts.natures[row.nature]) {
      failing |= FacetKind.nature.bit
    }
    if let isIndustrial, row.industrial != (isIndustrial ? 1 : 0) {
      failing |= FacetKind.industrial.bit
    }
    return failing
  }

  /// Whether one of some places is asked for; judged once for each set of them.
  private mutating func isOnAsked(_ number: Int, _ places: RegisterPlaces) -> Bool {
    while onAsked.count <= number {
      onAsked.append(places.sets[onAsked.count].contains(where: isAsked))
    }
    return onAsked[number]
  }

  private func isAsked(_ place: RegisterPlaces.Place) -> Bool {
    registers.contains { clause in
      place.register == clause.register && (clause.year ?? year ?? place.year) == place.year
        && (clause.state == nil || clause.state == place.state)
    }
  }
}

/// A set of catalogue items by their numbers.
struct ItemMask {
  private var bits: [Bool]

  init(_ codes: some Collection<String>, of kind: CatalogueKind, items: ItemNumbers) {
    bits = Array(repeating: false, count: items.limit)
    for code in codes {
      if let number = items.number(of: code, kind: kind) { bits[Int(number)] = true }
    }
  }

  func contains(_ number: Int) -> Bool { bits[number] }
}

extension FacetKind {
  /// The property's place among all.
  var index: Int {
    switch self {
    case .chain: 0
    case .stage: 1
    case .condition: 2
    case .area: 3
    case .unit: 4
    case .register: 5
    case .nature: 6
    case .industrial: 7
    }
  }

  var bit: UInt16 { 1 << UInt16(index) }
}
