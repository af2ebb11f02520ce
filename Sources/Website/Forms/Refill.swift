/// Fills a form with the typed values and adds errors below its fields.
struct Refill {
  let faults: [FieldFault]
  /// The `id` of the field at fault, by the index of the fault.
  private(set) var identifiers: [Int: String] = [:]
  private let typed: [String: [String]]
  /// How many fields of each name have been filled; several fields may share a name.
  private var filled: [String: Int] = [:]
  private var select: String?

  /// A range of a page and its replacement.
  struct Change {
    let range: Range<Int>
    let bytes: [UInt8]
  }

  init(_ typed: Query, faults: [FieldFault]) {
    self.typed = Dictionary(grouping: typed.items, by: \.name).mapValues { $0.map(\.value) }
    self.faults = faults
  }

  /// Whether a person types into the field or chooses from it.
  static func isTypedInto(_ tag: PageTag) -> Bool {
    if tag.isClosing { return false }
    if tag.name == "textarea" || tag.name == "select" { return true }
    let others = ["hidden", "submit", "button", "reset", "password", "file", "image"]
    return tag.name == "input" && !others.contains(tag["type"] ?? "text")
  }

  /// Returns the change of a tag in the form, or nil for none.
  mutating func change(_ tags: [PageTag], at place: Int, in html: [UInt8]) -> Change? {
    let tag = tags[place]
    if tag.name == "select" { select = tag.isClosing ? nil : tag["name"] }
    if tag.name == "option", !tag.isClosing, let select { return option(tags, place, select, html) }
    guard Self.isTypedInto(tag), let name = tag["name"] else { return nil }
    var field = tag
    let below = mark(&field, name)
    switch tag.name {
    case "select":
      // The error goes before the `select`; a change that spanned it would skip its options.
      return below.isEmpty ? nil : Change(range: tag.range, bytes: below + field.bytes)
    case "textarea":
      let end = tags[(place + 1)...].first { $0.name == "textarea" && $0.isClosing }?.range
      guard let end else { return nil }
      let text = next(name).map { text in Markup { $0.text(text) }.bytes }
      let old = Array(html[tag.range.upperBound..<end.lowerBound])
      return Change(
        range: tag.range.lowerBound..<end.upperBound,
        bytes: field.bytes + (text ?? old) + Array("</textarea>".utf8) + below)
    default:
      if ["radio", "checkbox"].contains(tag["type"] ?? "") {
        let value = tag["value"] ?? "on"
        field.remove("checked")
        if typed[name]?.contains(value) ?? false { field.set("checked", nil) }
      } else if let text = next(name) {
        field.set("value", text)
      }
      return Change(range: tag.range, bytes: field.bytes + below)
    }
  }

  private func option(
    _ tags: [PageTag], _ place: Int, _ select: String, _ html: [UInt8]
  ) -> Change? {
    guard let chosen = typed[select], place + 1 < tags.count else { return nil }
    let tag = tags[place]
    let text = html[tag.range.upperBound..<tags[place + 1].range.lowerBound]
    let value = tag["value"] ?? PageTags.plain(String(decoding: text, as: UTF8.self))
    var option = tag
    option.remove("selected")
    if chosen.contains(value) { option.set("selected", nil) }
    return Change(range: tag.range, bytes: option.bytes)
  }

  /// Returns the value typed into the next field of a name.
  private mutating func next(_ name: String) -> String? {
    let texts = typed[name] ?? []
    let number = filled[name, default: 0]
    filled[name] = number + 1
    return number < texts.count ? texts[number] : nil
  }

  /// Marks a field that has errors, and returns the markup of these.
  private mutating func mark(_ field: inout PageTag, _ name: String) -> [UInt8] {
    let own = faults.indices.filter { faults[$0].field == name && identifiers[$0] == nil }
    if own.isEmpty { return [] }
    let identifier = field["id"] ?? "at-fault-\(own[0] + 1)"
    field.set("id", identifier)
    field.set("aria-invalid", "true")
    field.set("aria-describedby", own.map { "fault-\($0 + 1)" }.joined(separator: " "))
    return Markup { html in
      for number in own {
        identifiers[number] = identifier
        html.raw(" <span class=\"fault\" id=\"fault-")
        html.number(number + 1)
        html.element("\">✗ ", faults[number].sentence, "</span>")
      }
    }.bytes
  }
}
