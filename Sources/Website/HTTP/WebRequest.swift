import Foundation

/// A request as the site sees it: decoded, and apart from any server.
struct WebRequest: Sendable {
  enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"

    /// Whether it only asks.
    var isReading: Bool { self == .get || self == .head }
  }

  /// As it was sent: it may be one that the site does not know.
  let method: String
  /// The decoded parts of the path.
  let path: [String]
  let query: Query
  /// The fields of a form that was posted.
  var form = Query()
  /// Files that were posted, or the one that a body is.
  var files: [SentFile] = []
  /// A body that is a document.
  var document: [UInt8] = []
  /// What a program says beside the address.
  var terms = Terms()
  /// What says where the request comes from.
  var source = Source()
  /// Told to people whom something fails for, and written into the log.
  var number = 0

  /// The headers that tell which page sends a request, and to whom.
  struct Source: Hashable, Sendable {
    var host: String?
    var origin: String?
    var fetchSite: String?
    var cookie: String?
    var authorization: String?
    /// Where the connection comes from; nil for this machine.
    var address: String?
    /// What the browser calls itself.
    var browser: String?
    /// Whether it comes by a socket of this machine's file system, from a gateway.
    var isOnSocket = false
    /// Whether a gateway says that it hands it on for somebody else.
    var isHandedOn = false
    /// The other headers that somebody asks for, by their names in small letters.
    var headers: [String: String] = [:]

    /// A header that somebody asks for; nil where it is absent or empty.
    func header(_ name: String) -> String? {
      headers[name.lowercased()].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// The headers by which a program says what it sends, what it takes, and of which state it speaks.
  struct Terms: Hashable, Sendable {
    var contentType: String?
    var accept: String?
    var ifMatch: String?
    /// How the body is packed; nil for as it is.
    var encoding: String?

    /// Whether the body is packed in a way that nobody here unpacks.
    var isPacked: Bool {
      encoding.map { $0.trimmingCharacters(in: .whitespaces).lowercased() != "identity" } ?? false
    }

    /// The media type of the body, without parameters.
    var mediaType: String? {
      contentType.map { text in
        String(text.prefix { $0 != ";" }).trimmingCharacters(in: .whitespaces).lowercased()
      }
    }
  }

  /// Whether a program sends it, which is answered otherwise than a browser.
  var isOfProgram: Bool { path.first == "api" }

  init(method: String = "GET", path: [String], query: Query = Query()) {
    self.method = method
    self.path = path
    self.query = query
  }

  /// Reads the target of a request line; nil for one that names no place on a site.
  init?(method: String, target: String) {
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var path = parts.map { PercentCoding.decoded($0, plusIsSpace: false) }
    if path == [""] { path = [] }
    self.init(
      method: method, path: path,
      query: halves.count > 1 ? Query(encoded: String(halves[1])) : Query())
  }
}
