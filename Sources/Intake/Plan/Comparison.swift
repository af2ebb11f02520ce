import Ledger
import Spreadsheet

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
  /// Keys whose value a person changed while the list repeats what it said.
  private(set) var kept: [FieldKey] = []
  /// Keys about which the list now says what the ledger holds.
  private(set) var agreed: [FieldKey] = []
  private let settle: (_ key: FieldKey, _ base: Value, _ list: Value) -> Settlement.Choice?

  /// The third side of the comparison.
  enum Before {
    /// What the sender said last, which is nothing about many values.
    case said
    /// The whole record as a 核对表 was written from it: a value it has not was blank.
    case exported(Record)
  }

  init(
    record: Record, before: Before, said: Record,
    settle: @escaping (_ key: FieldKey, _ base: Value, _ list: Value) -> Settlement.Choice?
  ) {
    self.settle = settle
    self.record = record
    self.before = before
    self.said = said
  }

  /// Takes in a value that the list states.
  mutating func add(_ value: ParsedValue) {
    let key = value.key
    // What a book left out of a text is no word of its sender.
    if case .text(let text) = value.value, FittedText.isShortened(text) { return }
    let ledger = record[key]
    let earlier = earlier(key)
    if let earlier, earlier.saysSame(as: value.value) {
      guard hasMoved(key, from: earlier) else { return }
      // What was left open when the sender first said so may be settled although it only repeats it.
      if settle(key, earlier, value.value) == nil {
        kept.append(key)
      } else {
        addConflict(value, ledger, base: earlier)
      }
      return
    }
    if let ledger, ledger.saysSame(as: value.value) || key.field == .registers {
      if case .said = before { state(key, value.value) }
      if earlier != nil { agreed.append(key) }
      return
    }
    if hasMoved(key, from: earlier) { return addConflict(value, ledger, base: earlier) }
    changes.append(FieldChange(key: key, before: ledger, after: value.value, raw: value.raw))
  }

  /// The ledger's value stays unless a person chose otherwise.
  private mutating func addConflict(_ value: ParsedValue, _ ledger: Value?, base: Value?) {
    let key = value.key
    let choice = base.flatMap { settle(key, $0, value.value) }
    conflicts.append(
      PlannedRow.Conflict(
        key: key, base: base, ledger: ledger, list: value.value, settlement: choice))
    if choice != .list { state(key, value.value) }
    if let after = choice?.value(list: value.value), after != ledger {
      let raw = choice == .list ? value.raw : nil
      changes.append(FieldChange(key: key, before: ledger, after: after, raw: raw))
    }
  }

  /// Takes in a blank cell that clears what was there before.
  mutating func clear(_ key: FieldKey) {
    guard let earlier = earlier(key), let ledger = record[key] else { return }
    if hasMoved(key, from: earlier) {
      conflicts.append(
        PlannedRow.Conflict(key: key, base: earlier, ledger: ledger, list: nil, settlement: nil))
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
