/// Whether two rows are about the same project, and why.
package struct Judgement: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable {
    /// One may be written to the other without asking anyone.
    case same
    case different
    /// A careful clerk would ask.
    case unsure
  }

  /// What decided, or what leaves it open.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case sameCode
    case slipInCode
    case sameName
    case shortenedName
    case slipInName
    case sameNamedBuild
    case differentCodes
    case differentPhases
    case differentLots
    case differentRoutes
    case differentPeriods
    case differentWorks
    case ancillaryWorks
    case partOfPackage
    case differentPlaces
    case differentProducts
    case differentCompanies
    case differentNamedBuilds
    case oneCodeTwoNames
    case recoded
    case doubtfulCodes
    case phaseOnOneSide
    case markOnOneSide
    case differentCapacities
    case differentDistricts
    case differentOwners
    case bareName
    case amountDiffers
    case ownerUnknown
    /// The name of a merged project, for which its sender states something new.
    case mergedName
  }

  package let verdict: Verdict
  package let reason: Reason

  static func same(_ reason: Reason) -> Judgement { Judgement(verdict: .same, reason: reason) }

  static func different(_ reason: Reason) -> Judgement {
    Judgement(verdict: .different, reason: reason)
  }

  static func unsure(_ reason: Reason) -> Judgement { Judgement(verdict: .unsure, reason: reason) }
}
