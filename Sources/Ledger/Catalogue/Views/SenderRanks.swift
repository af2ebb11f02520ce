/// The ranks of senders, by the owners of fields.
package struct SenderRanks: Sendable {
  private let authority: Authority
  private let catalogue: Catalogue

  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    authority = catalogue.authority
  }

  /// The rank of a speaker, as `Speaker` names it, for a key of a project: 0 is the highest.
  package func rank(of speaker: String, about key: FieldKey, _ project: Record) -> Int {
    if authority.group(of: key) == nil { return 0 }
    return authority.rank(of: catalogue.unit(ofSpeaker: speaker), about: key, project)
  }

  /// The rank of a speaker against a current value; fields that the speaker filled in about itself after
  /// that value do not count.
  package func rank(
    of speaker: String, about key: FieldKey, _ project: Record, against testimony: Provenance
  ) -> Int {
    if authority.group(of: key) == nil { return 0 }
    let unit = catalogue.unit(ofSpeaker: speaker)
    return authority.rank(
      of: unit, about: key, project,
      claimed: catalogue.claims(of: unit, on: project, against: key, testimony))
  }

  /// The rank of the unit on whose behalf a current value was typed; nil for those who keep the ledger.
  package func rank(
    ofTyped bringer: Provenance.Bringer, about key: FieldKey, _ project: Record
  ) -> Int? {
    guard bringer.sender == nil, let unit = catalogue.unit(of: bringer) else { return nil }
    return authority.rank(of: unit, about: key, project)
  }
}
