import Ledger

/// What lists said of a project while it was merged into another one, and what becomes of it when the merge is
/// taken back: it is what they said last. A value that nobody said, or that only its sender said, takes the new
/// word, as it would have; any other stays, and the word waits for a person.
struct RestoredStatements {
  private(set) var record: Record
  private(set) var inheritance = Inheritance()
  private var said: [String: Record]

  /// Begins with nothing.
  init() {
    record = Record()
    said = [:]
  }

  /// Begins with the project as it was when it went.
  init(_ state: ProjectState) {
    record = state.record ?? Record()
    said = state.statements.mapValues(\.said)
  }

  /// Takes in what a row of a list said.
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
    _ key: FieldKey, _ value: Value, _ sender: String, _ header: EntryHeader
  ) {
    // Other names are what the merge made of the two.
    if key.field == .otherNames { return }
    if key.field != .name, isFree(key, for: sender) {
      record[key] = value
      inheritance.reach[key] = key.needsReach ? header.asOfMonth : nil
    }
    said[sender, default: Record()][key] = value
    inheritance.statements[sender, default: Record()][key] = value
  }

  /// Takes over a value as an act set it; of a list of names what was added and taken away.
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

  /// Takes in what a list said of the project itself: where it was held back against a word that is there no longer,
  /// it counts.
  mutating func note(_ change: Change, of header: EntryHeader) {
    guard let sender = header.sender else { return }
    for word in change.stated {
      if let value = word.value { take(word.key, value, sender, header) }
    }
    for field in change.fields { said[sender, default: Record()][field.key] = field.after }
  }

  /// Gives a value to a key that has none.
  mutating func fill(_ key: FieldKey, _ value: Value) {
    if record[key] == nil { record[key] = value }
  }

  /// Takes in what senders had said of a project that was merged into this one.
  mutating func inherit(_ inheritance: Inheritance) {
    for (sender, words) in inheritance.statements {
      for entry in words.entries where said[sender]?[entry.key] == nil {
        said[sender, default: Record()][entry.key] = entry.value
      }
    }
  }

  /// Whether a sender's new word goes before what stands there.
  private func isFree(_ key: FieldKey, for sender: String) -> Bool {
    let own = said[sender]?[key]
    guard let standing = record[key] else { return own == nil }
    return own?.saysSame(as: standing) == true
      && !said.contains { $0.key != sender && $0.value[key]?.saysSame(as: standing) == true }
  }
}
