extension ProjectFilter {
  /// The filter as one text, for file properties and the register of exports: the items of a URL's query,
  /// with only separators escaped (`%26`), so that people can read it; empty for an empty filter.
  package var queryText: String {
    queryItems.map { "\($0.name)=\(Self.escaped($0.value))" }.joined(separator: "&")
  }

  /// Parses `queryText`, also from versions that escaped nothing, as far as possible: a part that begins
  /// with no option's name belongs to the value before it.
  package init(queryText: String) throws(FilterError) {
    var items: [(name: String, value: String)] = []
    for part in queryText.split(separator: "&", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, FilterOption(rawValue: String(halves[0])) != nil || items.isEmpty {
        items.append((String(halves[0]), Self.unescaped(halves[1])))
      } else if !items.isEmpty {
        items[items.count - 1].value += "&" + Self.unescaped(part)
      } else if !part.isEmpty {
        items.append((String(part), ""))
      }
    }
    try self.init(queryItems: items)
  }

  /// Escapes separators, the escape character, and characters that files cannot hold.
  private static func escaped(_ value: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x25, 0x26, 0x3D, 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 16, uppercase: true)
          text.append(contentsOf: ("%" + (byte < 16 ? "0" : "") + digits).unicodeScalars)
        }
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
        digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
