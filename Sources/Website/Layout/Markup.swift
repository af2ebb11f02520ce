import Mustache

/// HTML built from literals and escaped text.
///
/// Used for long tables, which a template takes thirty times as long to render.
struct Markup: Sendable {
  private(set) var bytes: [UInt8] = []

  init() {}

  init(_ write: (inout Markup) throws -> Void) rethrows { try write(&self) }

  /// Appends literal HTML.
  mutating func raw(_ html: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: html.utf8Start, count: html.utf8CodeUnitCount))
  }

  /// Appends escaped text, for element content or a quoted attribute.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (place, byte) in utf8.enumerated() {
        guard let escape = Self.escape(byte) else { continue }
        bytes.append(contentsOf: utf8[start..<place])
        raw(escape)
        start = place + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
  }

  /// Returns the entity of a special byte; nil for others.
  private static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  mutating func number(_ number: some BinaryInteger) { bytes += Array(String(number).utf8) }

  mutating func append(_ other: Markup) { bytes += other.bytes }

  /// Appends an element with a text.
  mutating func element(_ open: StaticString, _ text: String, _ close: StaticString) {
    raw(open)
    self.text(text)
    raw(close)
  }

  /// Appends a link; `attributes` begin with a space.
  mutating func link(_ address: Address, _ text: String, _ attributes: StaticString = "") {
    link(address, attributes) { $0.text(text) }
  }

  mutating func link(
    _ address: Address, _ attributes: StaticString = "", _ body: (inout Markup) -> Void
  ) {
    raw("<a href=\"")
    text(address.text)
    raw("\"")
    raw(attributes)
    raw(">")
    body(&self)
    raw("</a>")
  }
}

/// Escapes template text by the same rules. The engine's own escaping works character by character and is slower.
struct EscapedTemplateText: MustacheContentType {
  /// The name of the content type in templates.
  static let name = "ESCAPED"

  func escapeText(_ text: String) -> String { Markup { $0.text(text) }.renderText }
}

extension Markup: ViewValue {
  var shown: Any { self }
}

extension Markup: MustacheCustomRenderable {
  var renderText: String { String(decoding: bytes, as: UTF8.self) }
  var isNull: Bool { bytes.isEmpty }
}
