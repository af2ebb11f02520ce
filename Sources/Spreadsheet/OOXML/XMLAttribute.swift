#if canImport(Glibc)
  import Glibc
#endif

/// An attribute of the current element, as slices of the tokenizer's buffer.
struct XMLAttribute {
  /// The name without its prefix.
  var name: XMLTokenizer.Slice
  var hasPrefix: Bool
  var value: XMLTokenizer.Slice
}

extension XMLTokenizer {
  /// The raw value of an attribute without a prefix; nil when it is missing.
  @inline(__always)
  func attribute(_ name: StaticString) -> Bytes? {
    value(name, hasPrefix: false)
  }

  /// The raw value of an attribute with a prefix, such as r:id; nil when it is missing.
  func qualifiedAttribute(_ name: StaticString) -> Bytes? {
    value(name, hasPrefix: true)
  }

  /// The value of an attribute as text with its references decoded; nil when it is missing.
  func text(_ name: StaticString) throws(SpreadsheetError) -> String? {
    guard let bytes = attribute(name) else { return nil }
    return try string(bytes)
  }

  /// The value of an attribute as an integer; nil when it is missing or not one.
  @inline(__always)
  func integer(_ name: StaticString) -> Int? {
    guard let bytes = attribute(name) else { return nil }
    return bytes.integer
  }

  /// Whether an attribute is 1, true or on.
  func flag(_ name: StaticString) -> Bool {
    guard let bytes = attribute(name) else { return false }
    return bytes.isTrue
  }

  @inline(__always)
  private func value(_ name: StaticString, hasPrefix: Bool) -> Bytes? {
    for index in 0..<attributeCount {
      let attribute = attributes[index]
      if attribute.name.count == name.utf8CodeUnitCount, attribute.hasPrefix == hasPrefix,
        memcmp(buffer + attribute.name.start, name.utf8Start, attribute.name.count) == 0
      {
        return bytes(attribute.value)
      }
    }
    return nil
  }

  /// Reads the attribute at an index and returns the index after it; nil when the buffer ends before
  /// the attribute.
  mutating func attribute(at start: Int) throws(SpreadsheetError) -> Int? {
    let buffer = buffer
    let filled = filled
    var index = start
    var name = start
    var hasPrefix = false
    while index < filled, !isNameEnd(buffer[index]) {
      if buffer[index] == UInt8(ascii: ":") {
        name = index + 1
        hasPrefix = true
      }
      index += 1
    }
    let count = index - name
    while index < filled, buffer[index] <= 0x20 { index += 1 }
    guard index < filled else { return nil }
    guard count > 0, buffer[index] == UInt8(ascii: "=") else { throw malformed() }
    index += 1
    while index < filled, buffer[index] <= 0x20 { index += 1 }
    guard index < filled else { return nil }
    let quote = buffer[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw malformed() }
    index += 1
    let value = index
    while index < filled, buffer[index] != quote { index += 1 }
    guard index < filled else { return nil }
    guard attributeCount < limits.attributes else { throw exceeded(.attributes) }
    attributes[attributeCount] = XMLAttribute(
      name: Slice(start: name, count: count), hasPrefix: hasPrefix,
      value: Slice(start: value, count: index - value))
    attributeCount += 1
    return index + 1
  }
}
