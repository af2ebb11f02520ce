import Ledger

/// Values that repeat from project to project, each read from its text once: dates, lists, references,
/// places on registers.
struct ValueCache {
  private var texts = Interner()
  private var values: [[(FieldKey, Value)]?] = []

  /// The values that a column's text stands for; nil when it stands for none.
  mutating func values(
    _ field: Field, _ text: UnsafeBufferPointer<UInt8>
  ) -> [(FieldKey, Value)]? {
    let (number, isNew) = texts.number(of: text)
    if isNew {
      if field.storedKind == .memberships {
        values.append(MembershipText.read(text))
      } else {
        let value = Value(
          canonical: String(decoding: text, as: UTF8.self), kind: field.storedKind)
        values.append(value.map { [(FieldKey(field), $0)] })
      }
    }
    return values[number]
  }
}
