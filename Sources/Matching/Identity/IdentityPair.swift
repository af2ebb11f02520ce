import Ledger

/// Two rows compared: where they agree, where they differ, and what only one of them states.
struct IdentityPair {
  /// The comparison of two values.
  enum Agreement: Equatable {
    case same
    case different
    /// One of them is missing.
    case unknown

    init<T: Equatable>(_ one: T?, _ other: T?) {
      guard let one, let other else {
        self = .unknown
        return
      }
      self = one == other ? .same : .different
    }
  }

  /// The comparison of the marks of one kind.
  enum MarkDifference: Equatable {
    case none
    case oneSided
    case different

    init<T: Hashable>(_ one: Set<T>, _ other: Set<T>) {
      self =
        one == other ? .none : one.isEmpty || other.isEmpty ? .oneSided : .different
    }
  }

  let codes: CodeComparison
  let owners: Agreement
  let creditCodes: Agreement
  let district: Agreement
  let amounts: Agreement
  let names: NameDifference
  /// A typing slip in one of the names, corrected before they were compared.
  let slip: NameSlip?
  let phaseDifference: MarkDifference
  let isSameNamedBuild: Bool
  private let one: NameReading
  private let other: NameReading
  private let first: KnownProject
  private let second: KnownProject
  private let builds: (String?, String?)
  private let isBrandSlip: Bool
  /// The names differ in one character that sounds or looks like the other, and nothing else confirms a slip.
  private let isDoubtfulSlip: Bool

  init(_ one: ReadProject, _ other: ReadProject) {
    first = one.project
    second = other.project
    codes = CodeComparison(first.code, second.code)
    creditCodes = Agreement(one.creditCode, other.creditCode)
    owners = creditCodes == .same ? .same : Agreement(one.owner?.core, other.owner?.core)
    district = Self.district(first, second)
    amounts = Self.amounts(first.investment, second.investment)

    let slip = NameSlip(one.text, other.text)
    isBrandSlip = slip?.kind == .alike && owners == .same && creditCodes == .same
    let agrees = owners == .same && district == .same && amounts != .different
    let isSlip = slip?.kind == .word || isBrandSlip || slip?.kind == .alike && agrees
    isDoubtfulSlip = !isSlip && slip?.kind == .alike
    self.slip = isSlip ? slip : nil
    // With a slip, both names are read as the correct one.
    let isFirstRight = slip?.firstIsRight ?? true
    self.one = isSlip && !isFirstRight ? other.name : one.name
    self.other = isSlip && isFirstRight ? one.name : other.name
    names = NameDifference(
      NameDifference.Side(core: self.one.core, owners: one.bodies),
      NameDifference.Side(core: self.other.core, owners: other.bodies))
    phaseDifference = MarkDifference(self.one.phases, self.other.phases)
    builds = (one.build, other.build)
    isSameNamedBuild = one.build != nil && one.build == other.build
  }

  // MARK: What tells them apart

  /// The first reason that makes them two projects; nil if there is none.
  var whatParts: Judgement? {
    if phaseDifference == .different { return .different(.differentPhases) }
    if MarkDifference(one.periods, other.periods) == .different {
      return .different(.differentPeriods)
    }
    if MarkDifference(one.lots, other.lots) == .different { return .different(.differentLots) }
    if let route = one.route, let another = other.route, !route.agrees(with: another) {
      return .different(.differentRoutes)
    }
    if partsDiffer { return .different(.partOfPackage) }
    if one.works != other.works { return .different(.differentWorks) }
    if ancillaryDiffers { return .different(.ancillaryWorks) }
    if placesDiffer { return .different(.differentPlaces) }
    if creditCodes == .different { return .different(.differentCompanies) }
    if isSameNamedBuild { return nil }
    if eachBearsItsOwner { return .different(.differentCompanies) }
    if builds.0 != nil, builds.1 != nil { return .different(.differentNamedBuilds) }
    if names == .replaced, !isDoubtfulSlip { return .different(.differentProducts) }
    return nil
  }

  /// Each name begins with its own owner's name: two companies with one product, 甲某纸业基地 and 乙某纸业基地.
  private var eachBearsItsOwner: Bool {
    guard owners == .different, !isRenamedOwner, let owner = first.owner, let another = second.owner
    else { return false }
    let (brand, other) = (first.name.prefix(2), second.name.prefix(2))
    return owner.contains(brand) && another.contains(other)
      && !another.contains(brand) && !owner.contains(other)
  }

  var phasesDiffer: Bool { phaseDifference == .different }

  /// One is the main work, the other serves it; the rest of the names must be about the same thing.
  var ancillaryDiffers: Bool { one.ancillary != other.ancillary && names != .replaced }

  /// A package and one of its parts, or two parts. Text after a dash in one name is not a part if the other name
  /// contains it too.
  var partsDiffer: Bool {
    switch (one.part, other.part) {
    case (nil, nil): false
    case (let part?, nil): !other.text.string.contains(part)
    case (nil, let part?): !one.text.string.contains(part)
    case (let part?, let another?): part != another
    }
  }

  /// The names or the sites give two different places.
  private var placesDiffer: Bool {
    if MarkDifference(one.sites, other.sites) == .different { return true }
    if MarkDifference(one.places, other.places) == .different {
      return !isZoneWithinDistrict
    }
    return districtsDiffer && Agreement(first.site, second.site) == .different
  }

  /// One gives the district, the other a zone within it.
  private var isZoneWithinDistrict: Bool {
    district == .unknown && (first.zone == nil) != (second.zone == nil)
  }

  // MARK: What is open

  /// The first point that a person has to decide; nil if there is none.
  var whatIsOpen: Judgement? {
    if phaseDifference == .oneSided { return .unsure(.phaseOnOneSide) }
    if MarkDifference(one.capacities, other.capacities) == .different {
      return .unsure(.differentCapacities)
    }
    if (one.periods.isEmpty) != (other.periods.isEmpty)
      || (one.lots.isEmpty) != (other.lots.isEmpty)
    {
      return .unsure(.markOnOneSide)
    }
    if districtsDiffer { return .unsure(.differentDistricts) }
    if isDoubtfulSlip { return .unsure(.slipInName) }
    if owners == .different, !isRenamedOwner { return .unsure(.differentOwners) }
    return nil
  }

  var districtsDiffer: Bool { district == .different }

  /// Investor, product, place and sum are the same: the owner was renamed.
  private var isRenamedOwner: Bool {
    Agreement(first.investor, second.investor) == .same && names == .none && district == .same
      && amounts == .same
  }

  var isBare: Bool { one.isBare || other.isBare }

  /// Name, owner, place and sum agree as far as both state them.
  var agreesInAll: Bool {
    names == .none && slip == nil && whatParts == nil && owners != .different
      && district != .different && amounts != .different
  }

  // MARK: Values

  /// Districts are compared with districts, zones with zones.
  private static func district(_ one: KnownProject, _ other: KnownProject) -> Agreement {
    let agreements = [
      Agreement(one.district, other.district), Agreement(one.zone, other.zone),
    ]
    if agreements.contains(.different) { return .different }
    return agreements.contains(.same) ? .same : .unknown
  }

  private static func amounts(_ one: Money?, _ other: Money?) -> Agreement {
    Agreement(one, other)
  }
}
