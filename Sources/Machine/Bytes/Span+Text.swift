extension String {
  /// Decodes UTF-8; invalid bytes become U+FFFD, as in `String(decoding:as:)`.
  package init(decoding bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension Span<UInt8> {
  /// Whether these bytes equal the UTF-8 of a text.
  package func isText(_ text: String) -> Bool {
    withUnsafeBufferPointer { $0.elementsEqual(text.utf8) }
  }
}
