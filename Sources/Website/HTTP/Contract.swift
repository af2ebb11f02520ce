/// The API contract of a route: parameters, request body and responses. The document (`OpenAPI`) is generated from it,
/// and requests are checked against it before they are handled.
struct Contract: Sendable {
  /// The `operationId`.
  let name: String
  /// A one-sentence summary.
  let words: String
  var parameters: [Parameter] = []
  var body: SentContent?
  var answers: [Answered] = []
  /// Alternative file formats, selected by a path ending or by `Accept`.
  var endings: [FileType] = []

  /// A parameter of a request.
  struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    let name: String
    let place: Place
    let schema: Schema
    let words: String
    var isRequired = false
    /// Whether it may be repeated in a query.
    var isList = false
  }

  /// A request body.
  struct SentContent: Sendable {
    let types: [String]
    /// Nil for a file.
    let schema: Schema?
    let words: String
    var isRequired = true
  }

  /// A response.
  struct Answered: Sendable {
    let status: Int
    let words: String
    /// The media type; nil for a response without a body.
    var type: String?
    /// Nil for a file.
    var schema: Schema?
    /// The names of its additional headers.
    var headers: [String] = []
    /// Follow-up operations.
    var links: [OperationLink] = []
  }

  /// A file format with its path ending.
  struct FileType: Hashable, Sendable {
    let ending: String
    let type: String

    static let csv = FileType(ending: "csv", type: "text/csv")
    static let lines = FileType(ending: "jsonl", type: "application/jsonl")
    static let xlsx = FileType(ending: "xlsx", type: BookDownload.type)
  }

  /// Returns the ending of the format that `Accept` prefers to JSON; nil if JSON is at least as good.
  func ending(taking accept: String?) -> String? {
    guard let accept, !endings.isEmpty else { return nil }
    let taken = AcceptHeader(accept)
    let json = taken.weight(of: "application/json")
    let best = endings.max { taken.weight(of: $0.type) < taken.weight(of: $1.type) }
    return best.flatMap { taken.weight(of: $0.type) > json ? $0.ending : nil }
  }
}

/// The media types of an `Accept` header with their weights (RFC 9110, section 12.5.1).
struct AcceptHeader {
  private let ranges: [(type: Substring, weight: Double)]

  init(_ text: String) {
    ranges = text.split(separator: ",").map { part in
      let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      let weight = pieces.dropFirst().first { $0.lowercased().hasPrefix("q=") }
      let type = (pieces.first ?? "").lowercased()
      return (type[...], weight.flatMap { Double($0.dropFirst(2)) } ?? 1)
    }
  }

  /// Returns the weight of a type, from 0 to 1; the most specific range counts.
  func weight(of type: String) -> Double {
    let whole = type.prefix { $0 != "/" } + "/*"
    for range in [type[...], whole, "*/*"] {
      if let found = ranges.first(where: { $0.type == range }) { return found.weight }
    }
    return 0
  }
}
