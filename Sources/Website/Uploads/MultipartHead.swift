import Foundation

/// The header of a multipart part: its field and, for a file, its original name.
struct MultipartHead: Hashable, Sendable {
  let field: String
  /// Nil for a field that is not a file.
  let fileName: String?

  init(field: String, fileName: String?) {
    self.field = field
    self.fileName = fileName
  }

  /// Parses the lines of a header; nil if they name no field.
  init?(_ bytes: some Collection<UInt8>) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let values = lines.compactMap { line -> String? in
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let isOurs = halves.count == 2 && halves[0].lowercased() == "content-disposition"
      return isOurs ? String(halves[1]) : nil
    }
    guard let text = values.first, let value = HeaderValue(text),
      value.value.lowercased() == "form-data", let field = value.parameters["name"]
    else { return nil }
    self.field = Self.unescaped(field)
    fileName =
      value.parameters["filename*"].flatMap(Self.extended)
      ?? value.parameters["filename"].map(Self.unescaped)
  }

  /// Browsers escape the three characters that would end a quoted name.
  private static func unescaped(_ text: String) -> String {
    text.replacing("%22", with: "\"").replacing("%0D", with: " ").replacing("%0A", with: " ")
  }

  /// Parses `UTF-8''%E6%B8%85%E5%8D%95.xlsx` (RFC 5987); nil for another character set.
  private static func extended(_ text: String) -> String? {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return PercentCoding.decoded(parts[2].utf8, plusIsSpace: false)
  }
}

/// The value of a header with its parameters: `form-data; name="file"; filename="a;b.csv"`.
struct HeaderValue: Hashable, Sendable {
  let value: String
  /// By lower-case name.
  private(set) var parameters: [String: String] = [:]

  /// Returns nil if a quoted string does not end.
  init?(_ text: String) {
    var rest = text.unicodeScalars[...]
    value = Self.trimmed(rest.prefix { $0 != ";" })
    rest = rest.drop { $0 != ";" }
    while rest.first == ";" {
      rest = rest.dropFirst()
      let name = Self.trimmed(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
      rest = rest.drop { $0 != "=" && $0 != ";" }
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      guard let value = Self.value(&rest) else { return nil }
      if parameters[name] == nil { parameters[name] = value }
      rest = rest.drop { $0 != ";" }
    }
  }

  private static func value(_ rest: inout Substring.UnicodeScalarView) -> String? {
    guard rest.first == "\"" else {
      let value = trimmed(rest.prefix { $0 != ";" })
      rest = rest.drop { $0 != ";" }
      return value
    }
    rest = rest.dropFirst()
    var value = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(value) }
      // A backslash escapes only a quotation mark; otherwise it belongs to a path.
      if scalar == "\\", rest.first == "\"" {
        value.append("\"")
        rest = rest.dropFirst()
      } else {
        value.append(scalar)
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    String(Substring(text)).trimmingCharacters(in: .whitespaces)
  }
}
