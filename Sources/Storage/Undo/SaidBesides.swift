import Engine
import Ledger

/// What lists say of a project beside an act that is about to be taken back: where they were not heard because of it,
/// they are, as if it had never been.
struct SaidBesides {
  /// The keys that they decide about.
  let keys: Set<FieldKey>
  /// Those among them that the act only spoke of: its word came to stand when another act was taken back.
  let own: [FieldKey]
  private let record: Record
  private let reach: [FieldKey: Int]

  /// Of a project as it is, with its history and the acts before and after. What the act's sender says `again` stays.
  init(
    _ act: Int64, _ change: Change, of record: Record, _ history: [ChangeTable.Row],
    again: Set<FieldKey>, _ headers: EntryHeaders, _ later: EntryHeaders, _ session: Session
  ) throws {
    let lists = history.filter { row in
      row.entry > act && !headers.isUndone(row.entry) && headers[row.entry]?.sender != nil
    }
    var keys: Set<FieldKey> = []
    var own: [FieldKey] = []
    if change.kind == .create {
      // What it is called stays: by that name the others meant it.
      keys = lists.isEmpty ? [] : Set(change.fields.map(\.key))
      keys = keys.filter { ![.name, .otherNames].contains($0.field) }
    } else {
      let said = Set(lists.flatMap { $0.change.stated }.filter { $0.value != nil }.map(\.key))
      keys = said.intersection(change.fields.map(\.key))
      own = change.stated.filter { word in
        word.value != nil && word.value == record[word.key]
          && Self.isBroughtBack(word.key, history, headers)
      }.map(\.key)
    }
    self.own = own.filter { !again.contains($0) }
    self.keys = keys.union(own).subtracting(again)
    if self.keys.isEmpty {
      self.record = record
      reach = [:]
    } else {
      let words = try WithoutTakenBack(
        MeantRows(of: change.project, later, session), later, session
      ).words
      self.record = words.record
      reach = words.inheritance.reach
    }
  }

  /// What a key becomes; `value` where nobody else spoke of it.
  func value(of key: FieldKey, else value: Value?) -> Value? {
    keys.contains(key) ? record[key] : value
  }

  /// The months that figures reach which come back.
  func reach(of fields: [FieldChange]) -> [FieldKey: Int] {
    let altered = Set(fields.filter { $0.after != nil }.map(\.key)).intersection(keys)
    return reach.filter { altered.contains($0.key) }
  }

  /// Whether it was an undo that made a value what it is.
  private static func isBroughtBack(
    _ key: FieldKey, _ history: [ChangeTable.Row], _ headers: EntryHeaders
  ) -> Bool {
    let last = history.last { row in row.change.fields.contains { $0.key == key } }
    return last.map { headers[$0.entry]?.kind == .undo } ?? false
  }
}
