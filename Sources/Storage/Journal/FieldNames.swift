import Ledger

/// Field identifiers as bytes, in both directions: the journal is read without creating strings for them.
enum FieldNames {
  /// Writes the identifier of a field.
  static func write(_ field: Field, to text: inout ByteText) {
    let number = Int(field.rawValue)
    let names = joined
    text.append(plain: names.bytes.span.extracting(names.starts[number]..<names.starts[number + 1]))
  }

  /// All identifiers concatenated, with the start of each by `Field.rawValue` and the total length at the end.
  private static let joined: (bytes: [UInt8], starts: [Int]) = bytes.reduce(into: ([], [0])) {
    $0.bytes += $1
    $0.starts.append($0.bytes.count)
  }

  /// Identifiers by `Field.rawValue`.
  private static let bytes: [[UInt8]] = Field.allCases.map { Array($0.id.utf8) }

  /// The field with an identifier; nil if there is none.
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
