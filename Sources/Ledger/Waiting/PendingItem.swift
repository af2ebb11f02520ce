/// A pending item: something a person must decide, with the values of each side.
package struct PendingItem: Sendable {
  /// The subject of the item.
  package enum Matter: Sendable {
    case row(HeldRow.Reason)
    case word(UnresolvedTerm)
    case header(UnreadColumn)
    case conflict
    case difference
    /// The matcher's reason by its identifier, the similarity, and whether it is certain.
    case duplicate(reason: String, score: Int, isSure: Bool)
    /// An overdue list: the month that other senders state, and the last month of this one.
    case list(month: Period, last: Period)
    case missing
  }

  /// A side in the matter.
  package enum Party: Hashable, Sendable {
    /// The list with the item.
    case list
    /// The current ledger.
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

  package let id: PendingID
  package let matter: Matter
  /// The sender of the list; empty if unknown, or if there is no list.
  package var sender = ""
  /// The entry of that list.
  package var entry: Int64?
  package var file: String?
  package var sheet: String?
  package var row: Int?
  /// The project it is about, or probably is.
  package var project: ProjectID?
  /// The name of the project, word or header.
  package var name = ""
  package var key: FieldKey?
  package var sides: [Side] = []

  /// The speaker of the list, as `Speaker` names it.
  package var speaker: String { Speaker.name(sender: sender, file: file ?? "") }

  package init(_ id: PendingID, _ matter: Matter) {
    self.id = id
    self.matter = matter
  }
}
