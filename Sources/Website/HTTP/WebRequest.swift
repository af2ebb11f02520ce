import Foundation

/// A decoded request, independent of any server.
struct WebRequest: Sendable {
  enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"

    /// Whether the method only reads.
    var isReading: Bool { self == .get || self == .head }
  }

  /// As sent; it may be an unknown method.
  let method: String
  /// The decoded path components.
  let path: [String]
  let query: Query
  /// The fields of a posted form.
  var form = Query()
  /// Uploaded files, or the one file that is the body.
  var files: [SentFile] = []
  /// The body, if it is a document.
  var document: [UInt8] = []
  /// The content headers that a program sends.
  var terms = Terms()
  /// The headers that identify the origin of the request.
  var source = Source()
  /// The request number, shown with failures and logged.
  var number = 0

  /// The headers that state the origin and the target of a request.
  struct Source: Hashable, Sendable {
    var host: String?
    var origin: String?
    var fetchSite: String?
    var cookie: String?
    var authorization: String?
    /// The address of the peer; nil for this machine.
    var address: String?
    /// The `User-Agent`.
    var browser: String?
    /// Whether the request came over the Unix domain socket, from a gateway.
    var isOnSocket = false
    /// Whether a proxy forwarded the request.
    var isHandedOn = false
    /// Other headers that are needed, by lower-case name.
    var headers: [String: String] = [:]

    /// Returns a header; nil if it is missing or empty.
    func header(_ name: String) -> String? {
      headers[name.lowercased()].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// The headers for content negotiation and preconditions.
  struct Terms: Hashable, Sendable {
    var contentType: String?
    var accept: String?
    var ifMatch: String?
    /// The `Content-Encoding`; nil for none.
    var encoding: String?

    /// Whether the body has an encoding other than `identity`, which is not supported.
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

  /// Whether the request is for the API, which answers in JSON.
  var isOfProgram: Bool { path.first == "api" }

  init(method: String = "GET", path: [String], query: Query = Query()) {
    self.method = method
    self.path = path
    self.query = query
  }

  /// Parses the target of a request line; nil unless it is a path.
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
