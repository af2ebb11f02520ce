/// A refused form, shown again on its page with the typed values, the error below each field, and a summary with links
/// on top. Works on finished HTML, so pages need no code for it.
struct FormAgain {
  private let failure: Failure
  private let path: [String]
  private let typed: Query

  /// `path` is the path that the form was sent to.
  init(_ failure: Failure, of typed: Query, sentTo path: [String]) {
    (self.failure, self.typed, self.path) = (failure, typed, path)
  }

  /// Returns the page with the typed values and the errors.
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
        // Opens the `details` elements around the form.
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

  /// The error summary, with a link to each field.
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
      // The summary already contains the sentence, so the fault is only a link.
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

  /// Returns the errors by field: those of the failure, or else the only field whose value its sentence quotes.
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
  /// Returns this page with the refused form filled in and its errors shown.
  func refused(_ failure: Failure, of request: WebRequest) -> WebResponse {
    guard case .bytes(let html) = body else { return self }
    return .html(
      FormAgain(failure, of: request.form, sentTo: request.path).page(html),
      status: failure.status)
  }
}
