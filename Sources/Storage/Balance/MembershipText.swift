import Ledger

/// How places on registers stand in one column: a line `register@year TAB state,batch,class` each.
enum MembershipText {
  static func write(_ key: FieldKey, _ value: Value, to text: inout ByteText) {
    guard case .register(let code, let year) = key.part else { return }
    text.append(escaped: code)
    text.append(byte: UInt8(ascii: "@"))
    text.append(integer: Int64(year))
    text.append(byte: ByteText.tab)
    text.append(escaped: value.canonical)
    text.append(byte: ByteText.newline)
  }

  /// The places with what is known of them; nil when the text is not that.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [(FieldKey, Value)]? {
    var places: [(FieldKey, Value)] = []
    var lines = LineReader(bytes)
    while let line = lines.next() {
      var parts = PartReader(line)
      guard let place = parts.next(), let text = parts.next(),
        let key = FieldKey("registers.\(ByteText.unescape(place))"),
        let value = Value(canonical: ByteText.unescape(text), kind: .memberships)
      else { return nil }
      places.append((key, value))
    }
    return places
  }
}
