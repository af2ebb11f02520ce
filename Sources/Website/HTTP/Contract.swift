/// What programs are promised of a route: its parameters, what it is sent and what it answers. The document of the
/// interface (`OpenAPI`) is written from it, and requests are held against it before anybody acts on them.
struct Contract: Sendable {
  /// What client programs call the operation.
  let name: String
  /// What it does, in a sentence.
  let words: String
  var parameters: [Parameter] = []
  var body: SentContent?
  var answers: [Answered] = []
  /// The same as files, under endings; chosen by `Accept` as well.
  var endings: [FileType] = []

  /// What a request may say beside its body.
  struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    let name: String
    let place: Place
    let schema: Schema
    let words: String
    var isRequired = false
    /// Whether it may stand in a query several times.
    var isList = false
  }

  /// A body.
  struct SentContent: Sendable {
    let types: [String]
    /// Nil for a file.
    let schema: Schema?
    let words: String
    var isRequired = true
  }

  /// An answer.
  struct Answered: Sendable {
    let status: Int
    let words: String
    /// Nil for one without a body.
    var type: String?
    /// Nil for a file.
    var schema: Schema?
    /// Names of headers that come with it.
    var headers: [String] = []
    /// What can be asked or done next with what it says.
    var links: [OperationLink] = []
  }

  /// A type of file by its ending.
  struct FileType: Hashable, Sendable {
    let ending: String
    let type: String

    static let csv = FileType(ending: "csv", type: "text/csv")
    static let lines = FileType(ending: "jsonl", type: "application/jsonl")
    static let xlsx = FileType(ending: "xlsx", type: BookDownload.type)
  }

  /// The ending whose type a program takes rather than JSON; nil where JSON will do.
  func ending(taking accept: String?) -> String? {
    guard let accept, !endings.isEmpty else { return nil }
    let taken = AcceptHeader(accept)
    let json = taken.weight(of: "application/json")
    let best = endings.max { taken.weight(of: $0.type) < taken.weight(of: $1.type) }
    return best.flatMap { taken.weight(of: $0.type) > json ? $0.ending : nil }
  }
}

/// Which media types a program takes, and which rather than others (RFC 9110, section 12.5.1).
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

  /// How gladly a type is taken, from 0 to 1; the most exact range counts.
  func weight(of type: String) -> Double {
    let whole = type.prefix { $0 != "/" } + "/*"
    for range in [type[...], whole, "*/*"] {
      if let found = ranges.first(where: { $0.type == range }) { return found.weight }
    }
    return 0
  }
}
