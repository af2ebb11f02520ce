package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// The decisions about the lists of one sender, or of all senders.
  package func decisions(sender: String?) throws -> [RecordedDecision] {
    try reading { store, catalogue in
      let own = OwnActs(person, catalogue)
      return try Self.decisions(in: catalogue, store).filter { decision in
        (sender.map { catalogue.isSameSender($0, decision.sender) } ?? true)
          && (store.showsEverything || own.isOwn(decision.sender))
      }
    }
  }

  /// The decisions of a catalogue, each with the last entry up to `revision` that changed it.
  static func decisions(
    in catalogue: Catalogue, _ store: LedgerStore, through revision: Int64 = .max
  ) throws -> [RecordedDecision] {
    let entries = try store.lastEntries(of: .decision, through: revision)
    return catalogue.items(of: .decision).compactMap { item in
      guard let entry = entries[item.code], let content = RecordedDecision.Content(item)
      else { return nil }
      return RecordedDecision(
        number: item.position, content: content, entry: entry, isRevoked: item.isRevoked)
    }
  }

  /// Revokes a decision: the word or conflict becomes an open question again. Throws `decisionRevoked`.
  package func revokeDecision(_ number: Int, reason: String?) throws -> Entry {
    try act(.decide) { act in
      let item = try Self.decision(number, act.catalogue)
      if item.isRevoked { throw OperationError.decisionRevoked(number) }
      return try act.write(act.entry(.decide, items: [item.revoked], because: reason))
    }
  }

  /// Makes a sender's word a catalogue alias, with the same meaning for all senders from now on, and removes it
  /// from the catalogue's doubtful words. Throws `notPromotable`.
  package func promoteDecision(
    _ number: Int, from: PartialDate?, until: PartialDate?, reason: String?
  ) throws -> Entry {
    try act(.decide) { act in
      let catalogue = act.catalogue
      guard var decision = Decision(try Self.decision(number, catalogue)), !decision.isRevoked,
        let item = try Self.item(meantBy: decision, catalogue)
      else { throw OperationError.notPromotable(decision: number) }
      // The parts of a multi-row header are compared joined.
      let text =
        decision.subject == .header ? decision.text.replacing("/", with: "") : decision.text
      let alias = Alias(text, validFrom: from, validUntil: until)
      decision.isPromoted = true
      let items = [
        item.adding(alias), decision.item(position: number),
        catalogue.item(.setting, "words.\(decision.subject.wordsOf)")?.forgetting(decision.text),
      ].compactMap { $0 }
      return try act.write(act.entry(.decide, items: items, because: reason))
    }
  }

  /// The item that receives the alias: the word's meaning, or the header words of a column.
  private static func item(
    meantBy decision: Decision, _ catalogue: Catalogue
  ) throws -> CatalogueItem? {
    switch decision.meaning {
    case .item(let kind, let code): return catalogue.item(kind, code)
    case .column(let text):
      let field = FieldKey(text)?.field ?? Field.allCases.first { $0.label == text }
      return try catalogue.withHeaders().item(.header, field?.id ?? text)
    case .project, .nothing: return nil
    }
  }

  private static func decision(_ number: Int, _ catalogue: Catalogue) throws -> CatalogueItem {
    guard let item = catalogue.items(of: .decision).first(where: { $0.position == number })
    else { throw OperationError.unknownItem(kind: CatalogueKind.decision.label, code: "\(number)") }
    return item
  }
}

extension RecordedDecision.Content {
  init?(_ item: CatalogueItem) {
    if let decision = Decision(item) {
      self = .word(decision)
    } else if let settlement = Settlement(item) {
      self = .conflict(settlement)
    } else {
      return nil
    }
  }
}

extension Decision.Subject {
  /// The last part of the key of the setting with this subject's words.
  fileprivate var wordsOf: String { self == .area ? "place" : rawValue }
}

extension CatalogueItem {
  fileprivate var isRevoked: Bool { attributes["revoked"]?.text == "true" }

  fileprivate var revoked: CatalogueItem {
    var members = attributes.members
    members["revoked"] = .text("true")
    return with(attributes: .map(members))
  }

  /// The item with one more alias, replacing the same alias with other dates.
  fileprivate func adding(_ alias: Alias) -> CatalogueItem {
    CatalogueItem(
      kind: kind, code: code, name: name, position: position,
      aliases: aliases.filter { $0.text != alias.text } + [alias], attributes: attributes)
  }

  /// A setting of words without `word`, which is an alias now and no longer doubtful, ambiguous or unassigned.
  fileprivate func forgetting(_ word: String) -> CatalogueItem? {
    let key = TextFolding.key(word)
    var members = attributes.members
    for list in ["ambiguous", "doubtful"] {
      guard let words = members[list]?.members, !words.isEmpty else { continue }
      members[list] = .map(words.filter { TextFolding.key($0.key) != key })
    }
    if let texts = members["unassigned"]?.texts {
      members["unassigned"] = .list(
        texts.filter { TextFolding.key($0) != key }.map { .text($0) })
    }
    return .map(members) == attributes ? nil : with(attributes: .map(members))
  }

  private func with(attributes: Attribute) -> CatalogueItem {
    CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: attributes)
  }
}
