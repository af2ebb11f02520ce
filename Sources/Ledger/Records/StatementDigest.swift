/// A digest of a sender's statements about a project: equal values give equal digests.
///
/// 64 bits over the identifiers of the keys and the values, in key order, eight bytes at a time. It
/// detects unchanged rows without loading anything; it is not cryptographic. Ledgers store it: a
/// change of the algorithm must migrate them.
package struct StatementDigest: Sendable {
  package private(set) var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  package init() {}

  /// The digest of a project's values.
  package static func of(_ record: Record) -> UInt64 {
    var digest = StatementDigest()
    for entry in record.entries { digest.add(entry.key, entry.value) }
    return digest.value
  }

  /// Adds the next value.
  package mutating func add(_ key: FieldKey, _ value: Value) {
    add(key)
    add(value)
  }

  /// Adds the next value, a text or reference, as UTF-8.
  package mutating func add(_ key: FieldKey, text: Span<UInt8>) {
    add(key)
    add(text)
  }

  /// Adds the next value, a number: 分, 1/10,000 of a unit, a date's code, a flag's 0 or 1.
  package mutating func add(_ key: FieldKey, word: UInt64) {
    add(key)
    add(word)
  }

  private mutating func add(_ key: FieldKey) {
    add(Self.fields[Int(key.field.rawValue)])
    switch key.part {
    case .none: break
    case .period(let period):
      add(
        UInt64(UInt16(bitPattern: period.year)) << 16
          | UInt64(UInt8(bitPattern: period.firstMonth)) << 8
          | UInt64(UInt8(bitPattern: period.lastMonth)))
    case .register(let code, let year):
      add(code.text)
      add(UInt64(UInt16(bitPattern: year)))
    case .name(let name): add(name.text)
    }
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .text(let text), .reference(let text): add(text)
    case .money(let money): add(UInt64(bitPattern: money.fen))
    case .quantity(let quantity): add(UInt64(bitPattern: quantity.tenThousandths))
    case .date(let date): add(UInt64(date.code))
    case .flag(let flag): add(flag ? 1 : 0)
    case .references(let texts), .list(let texts):
      add(UInt64(texts.count))
      for text in texts { add(text) }
    case .membership, .matter: add(value.canonical)
    }
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0.span) }
  }

  private mutating func add(_ text: Span<UInt8>) {
    let bytes = text.bytes
    add(UInt64(bytes.byteCount))
    var position = 0
    while position + 8 <= bytes.byteCount {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      add(UInt64(littleEndian: word))
      position += 8
    }
    if position == text.count { return }
    var rest: UInt64 = 0
    for index in (position..<text.count).reversed() { rest = rest << 8 | UInt64(text[index]) }
    add(rest)
  }

  /// Mixes in a word: folds the halves of the product, so that every bit affects every other.
  private mutating func add(_ word: UInt64) {
    let (high, low) = (value ^ word).multipliedFullWidth(by: 0xbf58_476d_1ce4_e5b9)
    value = (high ^ low) &+ 0x9e37_79b9_7f4a_7c15
  }

  /// Hashes of the fields' identifiers by `Field.rawValue`, which changes when fields are added.
  private static let fields: [UInt64] = Field.allCases.map { field in
    var digest = StatementDigest()
    digest.add(field.id)
    return digest.value
  }
}
