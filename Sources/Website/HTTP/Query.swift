/// Names with values, in order: the query of a URL or the fields of a form.
struct Query: Hashable, Sendable {
  /// A name with one of its values.
  struct Item: Hashable, Sendable {
    let name: String
    let value: String
  }

  private(set) var items: [Item]

  init(_ items: [Item] = []) { self.items = items }

  /// Parses `application/x-www-form-urlencoded`, in which `+` is a space. Invalid UTF-8 becomes the replacement
  /// character.
  init(encoded: String) {
    items = encoded.utf8.split(separator: UInt8(ascii: "&")).map { part in
      let halves = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return Item(
        name: PercentCoding.decoded(halves[0], plusIsSpace: true),
        value: halves.count > 1 ? PercentCoding.decoded(halves[1], plusIsSpace: true) : "")
    }
  }

  /// Returns the first value of a name; nil if it is missing or empty.
  subscript(name: String) -> String? {
    items.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// Returns the non-empty values of a name; a form sends empty ones for fields left blank.
  func all(_ name: String) -> [String] {
    items.compactMap { $0.name == name && !$0.value.isEmpty ? $0.value : nil }
  }

  /// Returns the non-empty values by name, except those of some names.
  func values(without names: Set<String>) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for item in items where !names.contains(item.name) && !item.value.isEmpty {
      values[item.name, default: []].append(item.value)
    }
    return values
  }

  /// Returns the query with the values of a name replaced, or removed if none are given.
  func setting(_ name: String, to values: String...) -> Query { setting(name, to: values) }

  func setting(_ name: String, to values: [String]) -> Query {
    Query(items.filter { $0.name != name } + values.map { Item(name: name, value: $0) })
  }

  /// Returns the query with one more value for a name.
  func adding(_ name: String, _ value: String) -> Query {
    Query(items + [Item(name: name, value: value)])
  }

  func without(_ names: String...) -> Query { Query(items.filter { !names.contains($0.name) }) }

  func only(_ names: Set<String>) -> Query { Query(items.filter { names.contains($0.name) }) }

  static func + (left: Query, right: Query) -> Query { Query(left.items + right.items) }

  /// The encoded query, without the question mark.
  var encoded: String {
    items.map {
      PercentCoding.encoded($0.name) + "=" + PercentCoding.encoded($0.value)
    }.joined(separator: "&")
  }
}

extension Query: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral items: (String, String)...) {
    self.items = items.map { Item(name: $0.0, value: $0.1) }
  }
}

/// Percent-encoding (RFC 3986, section 2).
enum PercentCoding {
  static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Escapes everything but letters, digits and `-._~`.
  static func encoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    var value: UInt8 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | (digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | (digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | (digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }
}
