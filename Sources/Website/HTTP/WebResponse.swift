/// The response to a request, independent of any server.
struct WebResponse: Sendable {
  let status: Int
  var headers: [(name: String, value: String)]
  let body: Body
  /// Whether the connection closes after this response.
  var closes = false
  /// The page without its frame, for the cache; nil if it is not cached.
  var framed: PageShell?

  enum Body: Sendable {
    case bytes([UInt8])
    /// A file, streamed in pieces.
    case file(AnswerFile)
  }

  init(_ status: Int, _ headers: [(name: String, value: String)] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An HTML page.
  static func html(_ bytes: [UInt8], status: Int = 200) -> WebResponse {
    WebResponse(status, [("Content-Type", "text/html; charset=utf-8")], body: .bytes(bytes))
  }

  static func json(_ text: String, status: Int = 200) -> WebResponse {
    WebResponse(
      status, [("Content-Type", "application/json; charset=utf-8")],
      body: .bytes(Array(text.utf8)))
  }

  /// A redirect after a write (303), so that a reload writes nothing.
  static func seeOther(_ address: Address) -> WebResponse {
    WebResponse(303, [("Location", address.text)])
  }

  /// A permanent redirect (308).
  static func moved(to address: Address) -> WebResponse {
    WebResponse(308, [("Location", address.text)])
  }

  /// A download; the name may be Chinese (RFC 6266).
  static func download(_ body: Body, name: String, type: String) -> WebResponse {
    let plain = String(
      name.unicodeScalars.map { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar))
          ? Character(scalar) : "_"
      })
    return WebResponse(
      200,
      [
        ("Content-Type", type),
        (
          "Content-Disposition",
          "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentCoding.encoded(name))"
        ),
      ], body: body)
  }

  /// Whether it is an HTML page.
  var isPage: Bool { self["Content-Type"]?.hasPrefix("text/html") ?? false }

  /// Returns the value of a header, by case-insensitive name.
  subscript(header: String) -> String? {
    headers.first { $0.name.lowercased() == header.lowercased() }?.value
  }
}
