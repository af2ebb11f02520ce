import Ledger

/// A row compared value by value: what was there before the list was written, what the ledger holds
/// now, what the list says.
struct Comparison {
  /// What the ledger holds.
  let record: Record
  let before: Before
  /// What the sender said last.
  let said: Record
  private(set) var changes: [FieldChange] = []
  private(set) var conflicts: [PlannedRow.Conflict] = []
  private(set) var stated: [Record.Entry] = []

  /// The third side of the comparison.
  enum Before {
    /// What the sender said last, which is nothing about many values.
    case said
    /// The whole record as a 核对表 was written from it: a value it has not was blank.
    case exported(Record)
  }

  init(record: Record, before: Before, said: Record) {
    self.record = record
    self.before = before
    self.said = said
  }

  /// Takes in a value that the list states.
  mutating func add(_ value: ParsedValue) {
    let key = value.key
    let ledger = record[key]
    let earlier = earlier(key)
    if let earlier, earlier.saysSame(as: value.value) { return }
    if let ledger, ledger.saysSame(as: value.value) || key.field == .registers {
      if case .said = before { state(key, value.value) }
      return
    }
    if hasMoved(key, from: earlier) {
      conflicts.append(
        PlannedRow.Conflict(key: key, base: earlier, ledger: ledger, list: value.value))
      return state(key, value.value)
    }
    changes.append(FieldChange(key: key, before: ledger, after: value.value, raw: value.raw))
  }

  /// Takes in a blank cell that clears what was there before.
  mutating func clear(_ key: FieldKey) {
    guard let earlier = earlier(key), let ledger = record[key] else { return }
    if hasMoved(key, from: earlier) {
      conflicts.append(PlannedRow.Conflict(key: key, base: earlier, ledger: ledger, list: nil))
    } else {
      changes.append(FieldChange(key: key, before: ledger, after: nil))
    }
  }

  private func earlier(_ key: FieldKey) -> Value? {
    switch before {
    case .said: said[key]
    case .exported(let record): record[key]
    }
  }

  /// Whether the ledger's value is no longer the earlier one.
  private func hasMoved(_ key: FieldKey, from earlier: Value?) -> Bool {
    switch (earlier, record[key]) {
    case (let earlier?, let ledger?): return !ledger.saysSame(as: earlier)
    case (.some, nil): return true
    case (nil, .some):
      // A sender that never spoke of it has nothing to defend; a 核对表 showed a blank.
      if case .exported = before { return true }
      return false
    case (nil, nil): return false
    }
  }

  private mutating func state(_ key: FieldKey, _ value: Value) {
    if said[key].map({ $0.saysSame(as: value) }) == true { return }
    stated.append(Record.Entry(key: key, value: value))
  }
}
