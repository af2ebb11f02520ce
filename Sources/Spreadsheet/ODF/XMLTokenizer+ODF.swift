#if canImport(Glibc)
  import Glibc
#endif

/// OpenDocument's attributes, which all have a prefix.
extension XMLTokenizer {
  /// The value of a prefixed attribute as text with its references decoded.
  func qualifiedText(_ name: StaticString) throws(SpreadsheetError) -> String? {
    guard let bytes = qualifiedAttribute(name) else { return nil }
    return try string(bytes)
  }

  /// Whether an attribute of this local name, with any prefix, has this value.
  func hasQualified(_ name: StaticString, _ value: String) -> Bool {
    (0..<attributeCount).contains { index in
      let attribute = attributes[index]
      return attribute.hasPrefix && attribute.name.count == name.utf8CodeUnitCount
        && memcmp(buffer + attribute.name.start, name.utf8Start, attribute.name.count) == 0
        && bytes(attribute.value).elementsEqual(value.utf8)
    }
  }

  /// Whether the row or column that has just started is hidden, manually or by a filter.
  var isCollapsed: Bool {
    guard let visibility = qualifiedAttribute("visibility") else { return false }
    return visibility.elementsEqual("collapse".utf8) || visibility.elementsEqual("filter".utf8)
  }

  /// Whether the element that has just started has this prefix.
  func isPrefixed(_ prefix: StaticString) -> Bool {
    let start = name.start - 1 - prefix.utf8CodeUnitCount
    return start > 0 && buffer[name.start - 1] == UInt8(ascii: ":")
      && memcmp(buffer + start, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
  }
}
