import Testing

@testable import Website

/// Names and values of URLs and forms.
@Suite struct QueryTests {
  @Test(arguments: [
    ("a=1&b=2", ["a=1", "b=2"]), ("q=%E7%94%B5%E6%B1%A0+a", ["q=电池 a"]), ("%71=x", ["q=x"]),
    ("a=b=c", ["a=b=c"]), ("a", ["a="]), ("", []), ("&&a=1&", ["a=1"]), ("a=%zz%4", ["a=%zz%4"]),
    ("a=%00", ["a=\u{0}"]), ("a=%FF", ["a=\u{FFFD}"]),
  ])
  func `A query is read as forms send it`(text: String, items: [String]) {
    #expect(Query(encoded: text).items.map { "\($0.name)=\($0.value)" } == items)
  }

  @Test func `What is written is read again`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let items = (0..<Int.random(in: 0..<5, using: &generator)).map { _ in
        Query.Item(name: Self.text(&generator) + "n", value: Self.text(&generator))
      }
      let query = Query(items)
      #expect(Query(encoded: query.encoded) == query)
      let address = Address(path: items.map { $0.name }, query: query)
      let request = WebRequest(method: "GET", target: address.text)
      #expect(request?.path == address.path)
      #expect(request?.query == query)
      #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }

  private static func text(_ generator: inout SystemRandomNumberGenerator) -> String {
    let letters = Array("a电&=+%/?# \"'<>;:.~\n𠮷")
    return String(
      (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? "a"
      })
  }

  @Test(arguments: ["projects", "http://elsewhere/", "*", ""])
  func `A target that is no path is none`(target: String) {
    #expect(WebRequest(method: "GET", target: target) == nil)
  }
}
