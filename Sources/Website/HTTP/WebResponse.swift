/// What a request is answered with, apart from any server.
struct WebResponse: Sendable {
  let status: Int
  var headers: [(name: String, value: String)]
  let body: Body
  /// Whether nothing more is read of the connection.
  var closes = false
  /// What a page may be kept as for whoever asks the same next; nil for what is made for each request.
  var framed: PageShell?

  enum Body: Sendable {
    case bytes([UInt8])
    /// A file that is sent piece by piece.
    case file(AnswerFile)
  }

  init(_ status: Int, _ headers: [(name: String, value: String)] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A page of HTML.
  static func html(_ bytes: [UInt8], status: Int = 200) -> WebResponse {
    WebResponse(status, [("Content-Type", "text/html; charset=utf-8")], body: .bytes(bytes))
  }

  static func json(_ text: String, status: Int = 200) -> WebResponse {
    WebResponse(
      status, [("Content-Type", "application/json; charset=utf-8")],
      body: .bytes(Array(text.utf8)))
  }

  /// After something was written: the browser fetches what came of it, and a reload writes nothing.
  static func seeOther(_ address: Address) -> WebResponse {
    WebResponse(303, [("Location", address.text)])
  }

  /// What was asked for stands elsewhere for good.
  static func moved(to address: Address) -> WebResponse {
    WebResponse(308, [("Location", address.text)])
  }

  /// A file to keep, under a name that may be Chinese (RFC 6266).
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

  /// Whether it is a page of HTML.
  var isPage: Bool { self["Content-Type"]?.hasPrefix("text/html") ?? false }

  /// The value of a header.
  subscript(header: String) -> String? {
    headers.first { $0.name.lowercased() == header.lowercased() }?.value
  }
}
