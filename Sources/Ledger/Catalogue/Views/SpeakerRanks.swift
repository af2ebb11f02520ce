/// What the words of those who speak in lists weigh, by the owners of fields.
package struct SpeakerRanks: Sendable {
  private let authority: Authority
  private let catalogue: Catalogue

  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    authority = catalogue.authority
  }

  /// The rank of a speaker, as `Speaker` names it, about a key of a project: 0 the most.
  package func rank(of speaker: String, about key: FieldKey, _ project: Record) -> Int {
    if authority.group(of: key) == nil { return 0 }
    return authority.rank(of: catalogue.unit(ofSpeaker: speaker), about: key, project)
  }

  /// The rank of a speaker that says something else than stands: by what others say it is, or was when that
  /// was said.
  package func rank(
    of speaker: String, about key: FieldKey, _ project: Record, against testimony: Testimony
  ) -> Int {
    if authority.group(of: key) == nil { return 0 }
    let unit = catalogue.unit(ofSpeaker: speaker)
    return authority.rank(
      of: unit, about: key, project,
      claimed: catalogue.claims(of: unit, on: project, against: key, testimony))
  }

  /// What the unit's word weighs for which somebody typed a value that stands; nil of whoever keeps the ledger.
  package func rank(
    ofTyped bringer: Testimony.Bringer, about key: FieldKey, _ project: Record
  ) -> Int? {
    guard bringer.sender == nil, let unit = catalogue.unit(of: bringer) else { return nil }
    return authority.rank(of: unit, about: key, project)
  }
}
