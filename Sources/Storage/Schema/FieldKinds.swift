import Ledger

extension Field {
  /// The field's kind from a table: the field's declaration contains texts, which cost more to copy than a value to
  /// read.
  var storedKind: FieldKind { FieldKinds.all[Int(rawValue)] }
}

/// Kinds by `Field.rawValue`.
enum FieldKinds {
  static let all: [FieldKind] = Field.allCases.map(\.kind)
}
