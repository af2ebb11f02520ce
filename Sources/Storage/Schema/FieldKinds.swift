import Ledger

extension Field {
  /// The field's kind, from a table: the declaration holds texts, which cost more to copy than a value
  /// costs to read.
  var storedKind: FieldKind { FieldKinds.all[Int(rawValue)] }
}

/// Kinds by `Field.rawValue`.
enum FieldKinds {
  static let all: [FieldKind] = Field.allCases.map(\.kind)
}
