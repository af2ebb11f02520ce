import Ledger
import Machine

/// Values that repeat from project to project, each parsed once: dates, lists, references.
struct ValueCache {
  private var texts = Interner()
  private var values: [Value?] = []

  /// The value of a column's text; nil if it is malformed.
  mutating func value(of field: Field, _ text: UnsafeBufferPointer<UInt8>) -> Value? {
    let (number, isNew) = texts.number(of: text)
    if isNew {
      values.append(
        Value(canonical: String(decoding: text, as: UTF8.self), kind: field.storedKind))
    }
    return values[number]
  }
}
