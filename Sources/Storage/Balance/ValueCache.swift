import Ledger
import Machine

/// Values that repeat from project to project, each read from its text once: dates, lists, references.
struct ValueCache {
  private var texts = Interner()
  private var values: [Value?] = []

  /// The value that a column's text stands for; nil when it stands for none.
  mutating func value(of field: Field, _ text: UnsafeBufferPointer<UInt8>) -> Value? {
    let (number, isNew) = texts.number(of: text)
    if isNew {
      values.append(
        Value(canonical: String(decoding: text, as: UTF8.self), kind: field.storedKind))
    }
    return values[number]
  }
}
