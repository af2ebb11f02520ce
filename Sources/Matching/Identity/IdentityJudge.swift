package import Ledger

/// Judges whether two rows speak of the same project: may one be written onto the other unasked?
///
/// Codes decide first; then what tells projects apart; then what makes them one; whatever is left is a
/// question for a person. A missing value is never evidence.
package struct IdentityJudge: Sendable {
  private let places: PlaceMark
  private let builds: NamedBuilds

  package init(_ catalogue: Catalogue) {
    places = PlaceMark(catalogue)
    builds = NamedBuilds(catalogue)
  }

  package func judge(_ one: KnownProject, _ other: KnownProject) -> Judgement {
    judge(read(one), read(other))
  }

  /// Takes a project apart for all that it is compared with.
  func read(_ project: KnownProject) -> ReadProject { ReadProject(project, places, builds) }

  func judge(_ one: ReadProject, _ other: ReadProject) -> Judgement {
    let pair = IdentityPair(one, other)
    return ofCodes(pair) ?? pair.whatParts ?? ofNamedBuild(pair) ?? pair.whatIsOpen ?? ofNames(pair)
  }

  // MARK: Codes

  /// What the codes say, where they say it alone.
  private func ofCodes(_ pair: IdentityPair) -> Judgement? {
    switch pair.codes {
    case .nothing: return nil
    case .same:
      let isTwofold = pair.phasesDiffer || pair.ancillaryDiffers || pair.partsDiffer
      return isTwofold ? .unsure(.oneCodeTwoNames) : .same(.sameCode)
    case .different: return .different(.differentCodes)
    case .slip: return pair.agreesInAll ? .same(.slipInCode) : .unsure(.doubtfulCodes)
    case .recoded: return pair.whatParts ?? .unsure(.recoded)
    case .doubtful: return pair.whatParts ?? .unsure(.doubtfulCodes)
    }
  }

  // MARK: Named builds

  /// A build that the report names goes by its name alone.
  private func ofNamedBuild(_ pair: IdentityPair) -> Judgement? {
    guard pair.isSameNamedBuild, pair.phaseDifference == .none, !pair.districtsDiffer,
      pair.owners != .different
    else { return nil }
    return .same(.sameNamedBuild)
  }

  // MARK: Names

  /// Nothing parts the two, and nothing is open but how far the name, owner and sum carry.
  private func ofNames(_ pair: IdentityPair) -> Judgement {
    switch pair.owners {
    // An owner that took another name, or the pair would be open.
    case .different: return .same(.sameName)
    case .same: return ofNamesOfOneOwner(pair)
    case .unknown: break
    }
    if pair.isBare { return .unsure(.bareName) }
    if pair.amounts == .different { return .unsure(.amountDiffers) }
    switch pair.names {
    case .none where pair.slip == nil || pair.slip?.kind == .word:
      return .same(.sameName)
    default: return .unsure(.ownerUnknown)
    }
  }

  private func ofNamesOfOneOwner(_ pair: IdentityPair) -> Judgement {
    switch pair.names {
    case .none:
      if pair.amounts == .different, pair.district != .same { return .unsure(.amountDiffers) }
      return .same(pair.slip == nil ? .sameName : .slipInName)
    case .shortened:
      if pair.district == .same, pair.amounts == .same { return .same(.shortenedName) }
      return .unsure(pair.amounts == .different ? .amountDiffers : .markOnOneSide)
    case .replaced: return .unsure(.slipInName)
    }
  }
}
