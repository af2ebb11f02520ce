import Ledger

/// The statements of lists on a project while it was merged into another one, and their effect once the merge is
/// undone: they become the senders' last statements. A value that nobody, or only the same sender, stated is replaced
/// by the new one; any other stays, and the statement becomes pending.
struct RestoredStatements {
  private(set) var record: Record
  private(set) var inheritance = Inheritance()
  private var said: [String: Record]

  /// Begins without values.
  init() {
    record = Record()
    said = [:]
  }

  /// Begins with the project as of the merge.
  init(_ state: ProjectState) {
    record = state.record ?? Record()
    said = state.statements.mapValues(\.said)
  }

  /// Applies a row of a list.
  mutating func take(_ change: Change, of header: EntryHeader) {
    guard let sender = header.sender else { return }
    for field in change.fields {
      if let value = field.after { take(field.key, value, sender, header) }
    }
    for word in change.stated {
      if let value = word.value { take(word.key, value, sender, header) }
    }
  }

  private mutating func take(
    _ key: FieldKey, _ value: Value, _ sender: String, _ header: EntryHeader,
    counts: Bool = false
  ) {
    // The merge itself computed the other names.
    if key.field == .otherNames { return }
    if key.field != .name, counts || isFree(key, for: sender) {
      record[key] = value
      inheritance.reach[key] = key.needsReach ? header.asOfMonth : nil
    }
    said[sender, default: Record()][key] = value
    inheritance.statements[sender, default: Record()][key] = value
  }

  /// Applies the value of a change; in a list of names, the additions and removals.
  mutating func set(_ field: FieldChange) {
    guard field.key.field == .otherNames else {
      record[field.key] = field.after
      return
    }
    let (before, after) = (Self.names(field.before), Self.names(field.after))
    let kept = Self.names(record[field.key]).filter { !before.contains($0) || after.contains($0) }
    let names = kept + after.filter { !before.contains($0) && !kept.contains($0) }
    record[field.key] = names.isEmpty ? nil : .list(names)
  }

  private static func names(_ value: Value?) -> [String] {
    if case .list(let names)? = value { names } else { [] }
  }

  /// Applies a list's statements on the project itself: those held back against a statement that no longer exists,
  /// and the `foremost` ones, take effect.
  mutating func note(_ change: Change, of header: EntryHeader, _ foremost: Set<FieldKey>) {
    guard let sender = header.sender else { return }
    for word in change.stated {
      if let value = word.value {
        take(word.key, value, sender, header, counts: foremost.contains(word.key))
      }
    }
    for field in change.fields { said[sender, default: Record()][field.key] = field.after }
  }

  /// Sets a value if the key has none.
  mutating func fill(_ key: FieldKey, _ value: Value) {
    if record[key] == nil { record[key] = value }
  }

  /// Adds senders' statements on a project that was merged into this one.
  mutating func inherit(_ inheritance: Inheritance) {
    for (sender, words) in inheritance.statements {
      for entry in words.entries where said[sender]?[entry.key] == nil {
        said[sender, default: Record()][entry.key] = entry.value
      }
    }
  }

  /// Whether a sender's new value may replace the current one.
  private func isFree(_ key: FieldKey, for sender: String) -> Bool {
    let own = said[sender]?[key]
    guard let standing = record[key] else { return own == nil }
    return own?.saysSame(as: standing) == true
      && !said.contains { $0.key != sender && $0.value[key]?.saysSame(as: standing) == true }
  }
}
