/// A form that was refused, on its page again: what was typed stands in its fields, what is wrong stands under the
/// field and on top of the page, with a link to it. Works on the finished page, so that no page has to know of it.
struct FormAgain {
  private let failure: Failure
  private let path: [String]
  private let typed: Query

  /// Of a form that was sent to `path`.
  init(_ failure: Failure, of typed: Query, sentTo path: [String]) {
    (self.failure, self.typed, self.path) = (failure, typed, path)
  }

  /// The page with what was typed and what is wrong.
  func page(_ html: [UInt8]) -> [UInt8] {
    let tags = PageTags.all(in: html)
    let form = PageForm.all(in: tags, sentTo: path).best(for: typed)
    var refill = Refill(typed, faults: form.map { faults(in: $0, tags) } ?? failure.fields)
    var page: [UInt8] = []
    page.reserveCapacity(html.count + 1_024)
    var copied = 0
    var top: Int?
    for (place, tag) in tags.enumerated() {
      guard place != form?.place, tag.range.lowerBound >= copied else {
        if place == form?.place {
          page += html[copied..<tag.range.lowerBound]
          page += form?.begun(tag, keeping: typed) ?? []
          copied = tag.range.upperBound
        }
        continue
      }
      if let form, form.surrounding.contains(place) {
        // What is folded away is open now.
        var open = tag
        open.set("open", nil)
        page += html[copied..<tag.range.lowerBound] + open.bytes
        copied = tag.range.upperBound
      } else if let form, form.has(tag), let change = refill.change(tags, at: place, in: html) {
        page += html[copied..<change.range.lowerBound] + change.bytes
        copied = change.range.upperBound
      }
      if top == nil, tag.name == "main", !tag.isClosing {
        page += html[copied..<tag.range.upperBound]
        copied = tag.range.upperBound
        top = page.count
      }
    }
    page += html[copied...]
    page.insert(contentsOf: summary(refill, form), at: top ?? 0)
    return page
  }

  /// What is wrong on top of the page, each with a link to its field.
  private func summary(_ refill: Refill, _ form: PageForm?) -> [UInt8] {
    Markup { html in
      html.raw("<section class=\"faults\" role=\"alert\"><p>✗ ")
      html.text(failure.sentence)
      if refill.faults.isEmpty, let form {
        html.raw(" ")
        link(form.identifier, "到填的地方", &html)
      }
      html.raw("</p>")
      if !failure.advice.isEmpty { html.element("<p>", failure.advice, "</p>") }
      // One that the sentence itself tells is only led to.
      let own = failure.fields.isEmpty
      if !refill.faults.isEmpty { html.raw("<ul>") }
      for (number, fault) in refill.faults.enumerated() {
        html.raw("<li>")
        let words = own ? "到填的地方" : fault.sentence
        if let identifier = refill.identifiers[number] {
          link(identifier, words, &html)
        } else {
          html.text(words)
        }
        html.raw("</li>")
      }
      if !refill.faults.isEmpty { html.raw("</ul>") }
      html.raw("</section>")
    }.bytes
  }

  private func link(_ identifier: String, _ words: String, _ html: inout Markup) {
    html.raw("<a href=\"#")
    html.text(identifier)
    html.raw("\">")
    html.text(words)
    html.raw("</a>")
  }

  /// What is wrong with which field: what the failure says, or the one field whose text its sentence quotes.
  private func faults(in form: PageForm, _ tags: [PageTag]) -> [FieldFault] {
    if !failure.fields.isEmpty { return failure.fields }
    let names = tags.filter { form.has($0) && Refill.isTypedInto($0) }.compactMap { $0["name"] }
    let quoted = typed.items.filter { item in
      !item.value.isEmpty && names.contains(item.name)
        && ["「\(item.value)」", "“\(item.value)”"].contains { failure.sentence.contains($0) }
    }
    guard let first = quoted.first, quoted.count == 1 else { return [] }
    return [FieldFault(field: first.name, sentence: failure.sentence)]
  }
}

extension WebResponse {
  /// The page of a form that was refused, with what was typed and what is wrong.
  func refused(_ failure: Failure, of request: WebRequest) -> WebResponse {
    guard case .bytes(let html) = body else { return self }
    return .html(
      FormAgain(failure, of: request.form, sentTo: request.path).page(html),
      status: failure.status)
  }
}
