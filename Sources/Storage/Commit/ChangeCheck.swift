import Ledger

/// The conditions that a change must satisfy to enter the journal.
enum ChangeCheck {
  /// Checks that keys are in order, values of their field's kind, and both sides present as the kind of change
  /// requires. Throws `malformedChange`, `nameMissing`.
  static func check(_ change: DraftChange, fields: [FieldChange]) throws {
    if change.kind == .create {
      var creation = Creation(row: change.row)
      try change.takeValues { key, value, _ in try creation.take(key, value) }
      return try creation.close(change)
    }
    var last: FieldKey?
    for field in fields {
      guard last.map({ $0 < field.key }) ?? true, isFit(field, change.kind) else {
        throw StorageError.malformedChange(row: change.row)
      }
      last = field.key
    }
    guard areFit(change.stated, change.inheritance) else {
      throw StorageError.malformedChange(row: change.row)
    }
    let name = fields.first { $0.key.field == .name }
    if change.kind == .update, let name, name.after == nil || name.after == .text("") {
      throw StorageError.nameMissing(row: change.row)
    }
  }

  private static func areFit(_ stated: [Stated], _ inheritance: Inheritance) -> Bool {
    let inherited = inheritance.statements.values.lazy.flatMap(\.entries)
    return stated.allSatisfy { word in word.value.map { suits($0, word.key) } ?? true }
      && inherited.allSatisfy { suits($0.value, $0.key) }
  }

  /// The checks of a creation, value by value.
  struct Creation {
    let row: SourceRow?
    private var last: FieldKey?
    private var isNamed = false

    init(row: SourceRow?) { self.row = row }

    mutating func take(_ key: FieldKey, _ value: Value) throws {
      guard last.map({ $0 < key }) ?? true, ChangeCheck.suits(value, key) else {
        throw StorageError.malformedChange(row: row)
      }
      last = key
      if key.field == .name { isNamed = value != .text("") }
    }

    /// Completes the checks. Throws `malformedChange`, `nameMissing`.
    func close(_ draft: DraftChange) throws {
      guard draft.fields.allSatisfy({ $0.before == nil && $0.after != nil }),
        ChangeCheck.areFit(draft.stated, draft.inheritance)
      else { throw StorageError.malformedChange(row: row) }
      if !isNamed { throw StorageError.nameMissing(row: row) }
    }
  }

  /// Checks that the change begins at the project's current values. Throws `projectExists`, `unknownProject`,
  /// `beforeDiffers`.
  static func check(_ change: Change, against record: Record?) throws {
    if change.kind == .create {
      guard record == nil else { throw StorageError.projectExists(change.project) }
      return
    }
    guard let record else { throw StorageError.unknownProject(change.project) }
    for field in change.fields where record[field.key] != field.before {
      throw StorageError.beforeDiffers(project: change.project, key: field.key)
    }
    if change.kind == .remove,
      let left = record.entries.first(where: { entry in
        !change.fields.contains { $0.key == entry.key }
      })
    {
      throw StorageError.beforeDiffers(project: change.project, key: left.key)
    }
  }

  private static func isFit(_ field: FieldChange, _ kind: Change.Kind) -> Bool {
    guard field.before.map({ suits($0, field.key) }) ?? true,
      field.after.map({ suits($0, field.key) }) ?? true
    else { return false }
    return kind == .remove
      ? field.before != nil && field.after == nil : field.before != field.after
  }

  private static func suits(_ value: Value, _ key: FieldKey) -> Bool {
    !holdsZero(value) && isOfKind(value, key)
  }

  /// U+0000 is not allowed, since it ends a text in some engines.
  private static func holdsZero(_ value: Value) -> Bool {
    switch value {
    case .text(let text): holdsZero(text)
    case .list(let texts): texts.contains(where: holdsZero)
    case .matter(let matter): matter.person.map(holdsZero) ?? false
    case .membership(let place):
      [place.state, place.batch, place.className].contains { $0.map(holdsZero) ?? false }
    default: false
    }
  }

  /// The loop has no branch, so that it vectorizes.
  private static func holdsZero(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var least = UInt8.max
    for index in bytes.indices { least = min(least, bytes[index]) }
    return least == 0
  }

  private static func isOfKind(_ value: Value, _ key: FieldKey) -> Bool {
    switch (value, key.field.storedKind) {
    case (.text, .text), (.money, .money), (.quantity, .quantity), (.date, .date), (.flag, .flag),
      (.reference, .reference), (.references, .references), (.list, .list):
      key.isWhole
    case (.money, .series), (.text, .texts): key.period != nil
    case (.matter, .matters): if case .name = key.part { true } else { false }
    case (.membership, .memberships): if case .register = key.part { true } else { false }
    default: false
    }
  }
}
