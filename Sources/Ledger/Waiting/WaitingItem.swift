/// Something that waits for a person, with what each side says about it.
package struct WaitingItem: Sendable {
  /// What it is about.
  package enum Matter: Sendable {
    case row(HeldRow.Reason)
    case word(OpenWord)
    case header(UnreadColumn)
    case conflict
    case difference
    /// The judge's reason by its identifier, how alike the two are, and whether it is sure.
    case duplicate(reason: String, score: Int, isSure: Bool)
    /// A list that has not come: the month that others state, and the last one of its sender.
    case list(month: Period, last: Period)
    case missing
  }

  /// Who says something of it.
  package enum Party: Hashable, Sendable {
    /// The list that brought it.
    case list
    /// The ledger as it stands.
    case ledger
    case project(ProjectID)
  }

  package struct Side: Sendable {
    package let party: Party
    package let says: Record

    package init(_ party: Party, _ says: Record) {
      self.party = party
      self.says = says
    }
  }

  package let id: WaitingID
  package let matter: Matter
  /// Whose list it came in; empty when nobody said, or it came in none.
  package var sender = ""
  /// The entry of that list.
  package var entry: Int64?
  package var file: String?
  package var sheet: String?
  package var row: Int?
  /// The project that it is about, or likely is.
  package var project: ProjectID?
  /// What it is called: a project, a word, a header.
  package var name = ""
  package var key: FieldKey?
  package var sides: [Side] = []

  /// Whose list it came in, as `Speaker` names it.
  package var speaker: String { Speaker.name(sender: sender, file: file ?? "") }

  package init(_ id: WaitingID, _ matter: Matter) {
    self.id = id
    self.matter = matter
  }
}
