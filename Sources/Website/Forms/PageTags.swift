/// A tag in a page of this site, with its position.
struct PageTag {
  /// The bytes from `<` through `>`.
  let range: Range<Int>
  /// In lower case, as pages of this site write it.
  let name: String
  let isClosing: Bool
  var attributes: [(name: String, value: String?)]

  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }.map { $0.value ?? "" }
  }

  func has(_ attribute: String) -> Bool { attributes.contains { $0.name == attribute } }

  /// Adds an attribute or replaces its value.
  mutating func set(_ attribute: String, _ value: String?) {
    guard let place = attributes.firstIndex(where: { $0.name == attribute }) else {
      return attributes.append((attribute, value))
    }
    attributes[place].value = value
  }

  mutating func remove(_ attribute: String) { attributes.removeAll { $0.name == attribute } }

  /// The tag as HTML.
  var bytes: [UInt8] {
    var html = Markup()
    html.raw("<")
    html.text(name)
    for (name, value) in attributes {
      html.raw(" ")
      html.text(name)
      guard let value else { continue }
      html.raw("=\"")
      html.text(value)
      html.raw("\"")
    }
    html.raw(">")
    return html.bytes
  }
}

/// Parses the tags of HTML that this program wrote: attributes are quoted and text is escaped, so each `<` begins a
/// tag.
struct PageTags {
  private let html: [UInt8]
  private var place = 0

  static func all(in html: [UInt8]) -> [PageTag] {
    var tags = PageTags(html: html)
    var all: [PageTag] = []
    while let tag = tags.next() { all.append(tag) }
    return all
  }

  private init(html: [UInt8]) { self.html = html }

  private var byte: UInt8? { place < html.count ? html[place] : nil }

  private mutating func next() -> PageTag? {
    while let start = html[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start + 1
      let isClosing = byte == UInt8(ascii: "/")
      if isClosing { place += 1 }
      let name = word()
      if name.isEmpty { continue }
      var attributes: [(name: String, value: String?)] = []
      while let attribute = attribute() { attributes.append(attribute) }
      while let byte, byte != UInt8(ascii: ">") { place += 1 }
      place = min(place + 1, html.count)
      return PageTag(
        range: start..<place, name: name, isClosing: isClosing, attributes: attributes)
    }
    return nil
  }

  private mutating func attribute() -> (name: String, value: String?)? {
    while byte.map(Self.isSpace) ?? false { place += 1 }
    let name = word()
    guard !name.isEmpty else { return nil }
    guard byte == UInt8(ascii: "=") else { return (name, nil) }
    place += 1
    guard byte == UInt8(ascii: "\"") else { return (name, word()) }
    place += 1
    let end = html[place...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
    defer { place = min(end + 1, html.count) }
    return (name, Self.plain(String(decoding: html[place..<end], as: UTF8.self)))
  }

  private mutating func word() -> String {
    let start = place
    while let byte, !Self.isSpace(byte), !"<>=\"/".utf8.contains(byte) { place += 1 }
    return String(decoding: html[start..<place], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \n\t\r".utf8.contains(byte) }

  /// Unescapes a text.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var text = text
    for (escape, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.split(separator: escape, omittingEmptySubsequences: false).joined(
        separator: character)
    }
    return text
  }
}
