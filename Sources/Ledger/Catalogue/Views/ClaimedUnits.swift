extension Catalogue {
  /// The fields that make a unit an owner of a project only by its own statement, later than the key's current
  /// value. They give it no rank against that value, so that nobody overrules others by naming themselves.
  package func claims(
    of unit: String?, on project: Record, against key: FieldKey, _ testimony: Provenance
  ) -> Set<Field> {
    guard let unit else { return [] }
    let said = testimony.bringers[key]?.entry
    return Set(
      [Field.leadUnits, .responsibleUnits].filter { field in
        guard project.references(field).contains(unit),
          let bringer = testimony.bringers[FieldKey(field)]
        else { return false }
        if let said, bringer.entry <= said { return false }
        return self.unit(of: bringer) == unit
          && !testimony.words.contains { speaker, words in
            self.unit(ofSpeaker: speaker) != unit
              && words[FieldKey(field)]?.value.names(unit) ?? false
          }
      })
  }

  /// The unit on whose behalf a value was set; nil for those who keep the ledger, and for lists of unknown
  /// senders.
  package func unit(of bringer: Provenance.Bringer) -> String? {
    bringer.sender.map { unit(ofSpeaker: $0) } ?? unit(ofActor: bringer.actor)
  }

  /// The unit of a speaker, as `Speaker` names it; nil if the catalogue has none.
  func unit(ofSpeaker speaker: String) -> String? {
    Speaker.unnamed(speaker) == nil ? unit(ofSender: speaker) : nil
  }

  /// The unit in an actor's name (`韦某（市工信局，wei）`); nil if it has none.
  private func unit(ofActor actor: String) -> String? {
    guard actor.hasSuffix("）"), let open = actor.lastIndex(of: "（") else { return nil }
    let parts = actor[actor.index(after: open)...].dropLast().split(separator: "，")
    return parts.count > 1 ? unit(ofSender: String(parts[0])) : nil
  }
}

extension Value {
  fileprivate func names(_ unit: String) -> Bool {
    if case .references(let codes) = self { codes.contains(unit) } else { false }
  }
}
