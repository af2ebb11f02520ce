/// A form on a finished page.
struct PageForm {
  /// The index of its tag.
  let place: Int
  let range: Range<Int>
  /// The `id` that links point to.
  let identifier: String
  /// The indices of the `details` tags around it.
  let surrounding: Set<Int>
  private let hasIdentifier: Bool
  private let names: Set<String>
  private let hidden: [(name: String, value: String)]

  /// Returns the forms of a page that post to `path`.
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

  /// Whether the form, or one of its buttons, posts to `path`.
  private func isSent(to path: [String], _ tags: [PageTag]) -> Bool {
    let buttons = tags.filter { $0.name == "button" && has($0) }.compactMap { $0["formaction"] }
    return ([tags[place]["action"] ?? ""] + buttons).contains { target in
      WebRequest(method: "POST", target: target)?.path == path
    }
  }

  /// Whether a field belongs to the form, by position or by its `form` attribute.
  func has(_ tag: PageTag) -> Bool {
    range.contains(tag.range.lowerBound) || hasIdentifier && tag["form"] == identifier
  }

  /// The form's tag with its `id`, followed by hidden fields for sent values that have no field: conditions that the
  /// page was opened with are kept.
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

  /// A score that tells forms of one kind apart: first by matching hidden values, then by field names.
  fileprivate func likeness(to typed: [String: [String]]) -> Int {
    let alike = hidden.reduce(0) { sum, field in
      guard let sent = typed[field.name] else { return sum }
      return sum + (sent.contains(field.value) ? 1 : -1)
    }
    return alike * 100 + min(99, typed.keys.count { names.contains($0) })
  }
}

extension [PageForm] {
  /// Returns the form that was sent; nil if it is no longer on the page.
  func best(for typed: Query) -> PageForm? {
    if count < 2 { return first }
    let typed = Dictionary(grouping: typed.items, by: \.name).mapValues { $0.map(\.value) }
    let best = enumerated().max {
      ($0.element.likeness(to: typed), $1.offset) < ($1.element.likeness(to: typed), $0.offset)
    }?.element
    return best.flatMap { $0.likeness(to: typed) > 0 ? $0 : nil }
  }
}
