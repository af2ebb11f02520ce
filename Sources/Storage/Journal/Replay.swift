import Engine
import Ledger

/// Replays a project's changes from nothing to its current state: the semantics of the journal.
///
/// Commit, as-of, undo and verification all use this type.
struct Replay {
  private let headers: EntryHeaders
  private(set) var state: ProjectState
  /// Every earlier value of a key that has a last month, with that month: an undo restores both.
  private var reached: [FieldKey: [(value: Value, reach: Int?)]] = [:]
  /// Statements on projects that were merged into this one temporarily.
  private(set) var lent = StatementsDuringMerge()

  init(project: ProjectID, headers: EntryHeaders) {
    self.headers = headers
    state = ProjectState(id: project)
  }

  /// Applies the next change; false if it does not fit the current state.
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

  /// Records a list's statement on the project while it was merged into another one.
  mutating func hear(_ change: Change, of entry: Int64) {
    guard !headers.isUndone(entry), let sender = headers[entry]?.sender else { return }
    _ = lent.take(change, of: entry, by: sender)
  }

  /// Statements of an undone list are ignored. Statements outlive a project's removal, so that restoring the project
  /// restores them.
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

  /// Whether a value is one of the project's other names.
  private func isOtherName(_ value: Value, _ key: FieldKey) -> Bool {
    guard key.field == .name, case .text(let name) = value,
      case .list(let names)? = state.record?[FieldKey(.otherNames)]
    else { return false }
    return names.contains(name)
  }

  /// Restores a sender's statement made while the project was merged into another one as its last.
  private mutating func bringBack(_ said: Record, of sender: String) {
    var statement =
      state.statements[sender] ?? ProjectState.Statement(said: Record(), isCreation: false)
    for entry in said.entries { take(Stated(key: entry.key, value: entry.value), into: &statement) }
    statement.isCreation = false
    state.statements[sender] = statement
  }

  /// A sender's statement on this project itself precedes its statement on one merged into it.
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
