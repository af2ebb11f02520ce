extension String {
  /// The text that UTF-8 spells; what is none becomes U+FFFD, as with `String(decoding:as:)`.
  package init(decoding bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension Span<UInt8> {
  /// Whether these are the bytes of a text's UTF-8.
  package func isText(_ text: String) -> Bool {
    withUnsafeBufferPointer { $0.elementsEqual(text.utf8) }
  }
}
