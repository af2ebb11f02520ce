/// A sentence in which numbers are links to what they count.
struct LinkedText {
  private(set) var parts: [View] = []
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  /// Makes the number that stands between two words a link: the first one from where the last link ended. What
  /// is not there is left alone.
  mutating func link(after words: String, before end: String, to address: Address) {
    guard let start = rest.firstRange(of: words)?.upperBound,
      let finish = rest[start...].firstRange(of: end)?.lowerBound, start < finish
    else { return }
    parts.append(View(["text": String(rest[..<start]), "number": nil as String?, "href": ""]))
    parts.append(
      View(["text": nil as String?, "number": String(rest[start..<finish]), "href": address]))
    rest = rest[finish...]
  }

  /// All of it, in order.
  var views: [View] {
    parts + [View(["text": String(rest), "number": nil as String?, "href": ""])]
  }
}
