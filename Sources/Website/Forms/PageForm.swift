/// A form on a finished page.
struct PageForm {
  /// The number of its tag.
  let place: Int
  let range: Range<Int>
  /// What a link leads to.
  let identifier: String
  /// The folded parts of the page that it stands in.
  let surrounding: Set<Int>
  private let hasIdentifier: Bool
  private let names: Set<String>
  private let hidden: [(name: String, value: String)]

  /// The forms of a page that are sent to a path.
  static func all(in tags: [PageTag], sentTo path: [String]) -> [PageForm] {
    var forms: [PageForm] = []
    var folded: [Int] = []
    for (place, tag) in tags.enumerated() {
      switch (tag.name, tag.isClosing) {
      case ("details", false): folded.append(place)
      case ("details", true): folded = folded.dropLast()
      case ("form", false):
        let form = PageForm(tags, place, folded)
        if tag["method"] == "post", form.isSent(to: path, tags) { forms.append(form) }
      default: continue
      }
    }
    return forms
  }

  private init(_ tags: [PageTag], _ place: Int, _ folded: [Int]) {
    let tag = tags[place]
    let end = tags[place...].first { $0.name == "form" && $0.isClosing }?.range.lowerBound
    let range = tag.range.lowerBound..<(end ?? tags.last?.range.upperBound ?? 0)
    (self.place, self.range, surrounding) = (place, range, Set(folded))
    hasIdentifier = tag.has("id")
    identifier = tag["id"] ?? "refused"
    let own = tags.filter { range.contains($0.range.lowerBound) }
    names = Set(own.compactMap { $0["name"] })
    hidden = own.filter { $0["type"] == "hidden" }.map { ($0["name"] ?? "", $0["value"] ?? "") }
  }

  /// Whether the form, or a button of it, sends to a path.
  private func isSent(to path: [String], _ tags: [PageTag]) -> Bool {
    let buttons = tags.filter { $0.name == "button" && has($0) }.compactMap { $0["formaction"] }
    return ([tags[place]["action"] ?? ""] + buttons).contains { target in
      WebRequest(method: "POST", target: target)?.path == path
    }
  }

  /// Whether a field belongs to it: it stands in it, or names it.
  func has(_ tag: PageTag) -> Bool {
    range.contains(tag.range.lowerBound) || hasIdentifier && tag["form"] == identifier
  }

  /// Its tag, with what a link leads to, and what was sent unseen and stands in none of its fields: a page that was
  /// opened with conditions keeps them.
  func begun(_ tag: PageTag, keeping typed: Query) -> [UInt8] {
    var tag = tag
    tag.set("id", identifier)
    return tag.bytes
      + Markup { html in
        for item in typed.items where !names.contains(item.name) {
          html.raw("<input type=\"hidden\" name=\"")
          html.text(item.name)
          html.raw("\" value=\"")
          html.text(item.value)
          html.raw("\">")
        }
      }.bytes
  }

  /// How much of what it holds unseen was sent: forms of one kind are told apart by that, then by their fields.
  fileprivate func likeness(to typed: [String: [String]]) -> Int {
    let alike = hidden.reduce(0) { sum, field in
      guard let sent = typed[field.name] else { return sum }
      return sum + (sent.contains(field.value) ? 1 : -1)
    }
    return alike * 100 + min(99, typed.keys.count { names.contains($0) })
  }
}

extension [PageForm] {
  /// The one that was sent; nil where it is not there any more.
  func best(for typed: Query) -> PageForm? {
    if count < 2 { return first }
    let typed = Dictionary(grouping: typed.items, by: \.name).mapValues { $0.map(\.value) }
    let best = enumerated().max {
      ($0.element.likeness(to: typed), $1.offset) < ($1.element.likeness(to: typed), $0.offset)
    }?.element
    return best.flatMap { $0.likeness(to: typed) > 0 ? $0 : nil }
  }
}
