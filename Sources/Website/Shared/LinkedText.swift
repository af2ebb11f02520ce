/// A sentence in which numbers are links to the projects they count.
struct LinkedText {
  private(set) var parts: [View] = []
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  /// Links the next number between two words, searching from the end of the last link. Does nothing if it is not found.
  mutating func link(after words: String, before end: String, to address: Address) {
    guard let start = rest.firstRange(of: words)?.upperBound,
      let finish = rest[start...].firstRange(of: end)?.lowerBound, start < finish
    else { return }
    parts.append(View(["text": String(rest[..<start]), "number": nil as String?, "href": ""]))
    parts.append(
      View(["text": nil as String?, "number": String(rest[start..<finish]), "href": address]))
    rest = rest[finish...]
  }

  /// The whole sentence, in order.
  var views: [View] {
    parts + [View(["text": String(rest), "number": nil as String?, "href": ""])]
  }
}
