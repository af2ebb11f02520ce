import Ledger

/// Field identifiers as bytes, both ways: the journal is read without making strings of them.
enum FieldNames {
  /// Identifiers by `Field.rawValue`.
  static let bytes: [[UInt8]] = Field.allCases.map { Array($0.id.utf8) }

  /// The field with an identifier; nil when there is none.
  static func field(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Field? {
    for field in candidates[bucket(name)] where bytes[Int(field.rawValue)].elementsEqual(name) {
      return field
    }
    return nil
  }

  private static let candidates: [[Field]] = {
    var candidates = [[Field]](repeating: [], count: 256)
    for field in Field.allCases { candidates[bucket(bytes[Int(field.rawValue)])].append(field) }
    return candidates
  }()

  private static func bucket(_ name: some Sequence<UInt8>) -> Int {
    var hash: UInt8 = 0
    for byte in name { hash = hash &* 31 &+ byte }
    return Int(hash)
  }
}
