import Engine
import Ledger

/// Leads a project through its changes, from nothing to what it is: the meaning of the journal.
///
/// Commit, as-of, undo and verification all ask this one type.
struct Replay {
  private let headers: EntryHeaders
  private(set) var state: ProjectState
  /// Every value a key that needs a reach has had, with its reach: an undo brings both back.
  private var reached: [FieldKey: [(value: Value, reach: Int?)]] = [:]
  /// What was said of projects that were merged into this one for a time.
  private(set) var lent = StatementsDuringMerge()

  init(project: ProjectID, headers: EntryHeaders) {
    self.headers = headers
    state = ProjectState(id: project)
  }

  /// Applies the next change; false when it does not fit what was there before it.
  mutating func apply(_ change: Change, of entry: Int64) -> Bool {
    guard let header = headers[entry] else { return false }
    lent.note(
      change, of: header, headers, standing: { state.record?[$0] },
      said: { state.statements.mapValues { $0.said.text(.name) } })
    switch change.kind {
    case .create:
      guard state.record == nil else { return false }
      state.record = Record()
      state.created = entry
      state.revision = entry
    case .update:
      guard state.record != nil else { return false }
      if !change.fields.isEmpty { state.revision = entry }
    case .remove:
      guard state.record != nil else { return false }
      state.revision = entry
    }
    for field in change.fields {
      guard state.record?[field.key] == field.before else { return false }
      state.record?[field.key] = field.after
      noteReach(of: field, header.asOfMonth ?? change.inheritance.reach[field.key], header)
    }
    if change.kind == .remove {
      guard state.record?.isEmpty == true else { return false }
      state.record = nil
    }
    noteStatements(change, header: header)
    return true
  }

  private mutating func noteReach(of field: FieldChange, _ reach: Int?, _ header: EntryHeader) {
    guard field.key.needsReach else { return }
    guard let value = field.after else {
      state.reach[field.key] = nil
      return
    }
    if header.kind == .undo {
      let earlier = reached[field.key]?.last { $0.value == value }
      state.reach[field.key] = earlier.map(\.reach) ?? reach
    } else {
      state.reach[field.key] = reach
      reached[field.key, default: []].append((value, reach))
    }
  }

  /// Takes in what a list said of the project while it was merged into another one.
  mutating func hear(_ change: Change, of entry: Int64) {
    guard !headers.isUndone(entry), let sender = headers[entry]?.sender else { return }
    _ = lent.take(change, of: entry, by: sender)
  }

  /// A list that was taken back was never sent; what was said of a project outlives its removal,
  /// so that bringing it back brings its statements back.
  private mutating func noteStatements(_ change: Change, header: EntryHeader) {
    guard !headers.isUndone(header.number), change.kind != .remove else { return }
    if let sender = header.sender, !lent.take(change, of: header.number, by: sender) {
      note(change, saidBy: sender)
    }
    for (sender, said) in change.inheritance.statements {
      if header.kind != .undo {
        inherit(said, of: sender)
      } else if !lent.isLent(sender, by: said.text(.name), at: header.number) {
        bringBack(said, of: sender)
      }
    }
  }

  private mutating func note(_ change: Change, saidBy sender: String) {
    let isFirst = state.statements[sender] == nil
    var statement =
      state.statements[sender] ?? ProjectState.Statement(said: Record(), isCreation: false)
    for field in change.fields {
      statement.said[field.key] = field.after
      statement.held.remove(field.key)
    }
    for word in change.stated { take(word, into: &statement) }
    if statement.said.isEmpty { return }
    statement.isCreation = isFirst && change.kind == .create && change.stated.isEmpty
    state.statements[sender] = statement
  }

  private func take(_ word: Stated, into statement: inout ProjectState.Statement) {
    guard let value = word.value else { return }
    statement.said[word.key] = value
    if let standing = state.record?[word.key], !value.agrees(with: standing),
      !isOtherName(value, word.key)
    {
      statement.held.insert(word.key)
    } else {
      statement.held.remove(word.key)
    }
  }

  /// Whether a word is one of the names that the project goes by.
  private func isOtherName(_ value: Value, _ key: FieldKey) -> Bool {
    guard key.field == .name, case .text(let name) = value,
      case .list(let names)? = state.record?[FieldKey(.otherNames)]
    else { return false }
    return names.contains(name)
  }

  /// What a sender said while the project was merged into another one is what it said last.
  private mutating func bringBack(_ said: Record, of sender: String) {
    var statement =
      state.statements[sender] ?? ProjectState.Statement(said: Record(), isCreation: false)
    for entry in said.entries { take(Stated(key: entry.key, value: entry.value), into: &statement) }
    statement.isCreation = false
    state.statements[sender] = statement
  }

  /// What a sender said of this project itself stands before what it said of one merged into it.
  private mutating func inherit(_ inherited: Record, of sender: String) {
    var statement =
      state.statements[sender] ?? ProjectState.Statement(said: Record(), isCreation: false)
    for entry in inherited.entries where statement.said[entry.key] == nil {
      statement.said[entry.key] = entry.value
    }
    if statement.said.isEmpty { return }
    statement.isCreation = false
    state.statements[sender] = statement
  }
}
