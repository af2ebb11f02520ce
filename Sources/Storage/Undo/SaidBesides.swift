import Ledger

/// The statements of lists on a project besides an entry about to be undone: those that were held back because of the
/// entry take effect.
struct SaidBesides {
  /// The keys that these statements decide.
  let keys: Set<FieldKey>
  /// Those of them that the entry only stated: its value was adopted by the undo of another entry.
  let own: [FieldKey]
  private let record: Record
  private let reach: [FieldKey: Int]

  /// `record` is the current project, and `headers` exclude the undo. The keys in `again`, which the entry's sender
  /// repeats, stay. `without` is the project without the entry, and is only read where statements take effect.
  init(
    _ act: Int64, _ change: Change, of record: Record, _ history: [ChangeTable.Row],
    again: Set<FieldKey>, _ headers: EntryHeaders, without: () throws -> WithoutTakenBack
  ) throws {
    let lists = history.filter { row in
      row.entry > act && !headers.isUndone(row.entry) && headers[row.entry]?.sender != nil
    }
    var keys: Set<FieldKey> = []
    var own: [FieldKey] = []
    if change.kind == .create {
      // The name stays: the other lists identified the project by it.
      keys = lists.isEmpty ? [] : Set(change.fields.map(\.key))
      keys = keys.filter { ![.name, .otherNames].contains($0.field) }
    } else {
      let said = Self.stated(in: lists)
      keys = said.intersection(change.fields.map(\.key))
      keys.formUnion(Self.statedBefore(act, change, history, headers))
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
      let words = try without().words
      self.record = words.record
      reach = words.inheritance.reach
    }
  }

  /// The new value of a key; `value` if no other list stated one.
  func value(of key: FieldKey, else value: Value?) -> Value? {
    keys.contains(key) ? record[key] : value
  }

  /// The last months of the restored figures.
  func reach(of fields: [FieldChange]) -> [FieldKey: Int] {
    let altered = Set(fields.filter { $0.after != nil }.map(\.key)).intersection(keys)
    return reach.filter { altered.contains($0.key) }
  }

  private static func stated(in rows: [ChangeTable.Row]) -> Set<FieldKey> {
    Set(rows.flatMap { $0.change.stated }.filter { $0.value != nil }.map(\.key))
  }

  /// The keys whose value before the entry came from an undone one, and that an earlier list states.
  private static func statedBefore(
    _ act: Int64, _ change: Change, _ history: [ChangeTable.Row], _ headers: EntryHeaders
  ) -> Set<FieldKey> {
    let rows = history.filter { $0.entry < act }
    if !rows.contains(where: { headers.isUndone($0.entry) }) { return [] }
    let lists = rows.filter { !headers.isUndone($0.entry) && headers[$0.entry]?.sender != nil }
    return stated(in: lists).intersection(change.fields.map(\.key)).filter { key in
      let setter = rows.last { row in row.change.fields.contains { $0.key == key } }
      return setter.map { headers.isUndone($0.entry) } ?? false
    }
  }

  /// Whether an undo set the current value.
  private static func isBroughtBack(
    _ key: FieldKey, _ history: [ChangeTable.Row], _ headers: EntryHeaders
  ) -> Bool {
    let last = history.last { row in row.change.fields.contains { $0.key == key } }
    return last.map { headers[$0.entry]?.kind == .undo } ?? false
  }
}
