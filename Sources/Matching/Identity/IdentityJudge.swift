package import Ledger

/// Judges whether two rows are about the same project: may one be written to the other without asking?
///
/// Codes decide first, then what tells projects apart, then what makes them one; the rest is a question for a person.
/// A missing value is never evidence.
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

  /// Parses a project once for all comparisons.
  func read(_ project: KnownProject) -> ReadProject { ReadProject(project, places, builds) }

  func judge(_ one: ReadProject, _ other: ReadProject) -> Judgement {
    let pair = IdentityPair(one, other)
    return ofCodes(pair) ?? pair.whatParts ?? ofNamedBuild(pair) ?? pair.whatIsOpen ?? ofNames(pair)
  }

  // MARK: Codes

  /// The judgement from the codes, if they decide alone.
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

  /// A construction project that the report names is identified by its name alone.
  private func ofNamedBuild(_ pair: IdentityPair) -> Judgement? {
    guard pair.isSameNamedBuild, pair.phaseDifference == .none, !pair.districtsDiffer,
      pair.owners != .different
    else { return nil }
    return .same(.sameNamedBuild)
  }

  // MARK: Names

  /// The judgement if nothing separates the two: it depends on name, owner and sum.
  private func ofNames(_ pair: IdentityPair) -> Judgement {
    switch pair.owners {
    // A renamed owner, or `whatIsOpen` would have applied.
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
