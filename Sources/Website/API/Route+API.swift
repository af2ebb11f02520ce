import Ledger
import Operations

extension Route {
  /// A route for programs, with what it is promised to be. What it is sent has been held against that when it is
  /// handled.
  static func api(
    _ method: WebRequest.Method, _ path: String, _ lane: Lane, _ contract: Contract,
    _ handle: @escaping @Sendable (PageContext, JSON) throws -> WebResponse
  ) -> Route {
    var full = contract
    full.answers += refusals(of: contract)
    let promised = full
    let body: SentBody = contract.body.map { $0.schema == nil ? .file : .document } ?? .none
    return Route(
      method: method, pattern: "/api/v1" + path, lane: lane, body: body, contract: promised
    ) { context in
      let document = try promised.document(of: context.request)
      do {
        return try handle(context, document ?? .object([]))
      } catch  where document != nil {
        // What a document asks for and cannot be done is understood all the same.
        throw Failure(error, at: context.operations).ofDocument
      }
    }
  }

  /// A question that programs ask.
  static func asking(
    _ path: String, _ contract: Contract,
    _ handle: @escaping @Sendable (PageContext) throws -> WebResponse
  ) -> Route {
    api(.get, path, .questions, contract) { context, _ in try handle(context) }
  }

  /// What a route may refuse beside what every route may.
  private static func refusals(of contract: Contract) -> [Contract.Answered] {
    func problem(_ status: Int, _ words: String) -> Contract.Answered {
      Contract.Answered(
        status: status, words: words, type: Problem.type, schema: .named("Problem"))
    }
    var refusals: [Contract.Answered] = []
    if !contract.answers.contains(where: { $0.status == 400 }) {
      refusals.append(problem(400, "参数或正文读不懂"))
    }
    if contract.parameters.contains(where: { $0.place == .path }) {
      refusals.append(problem(404, "没有，或不在可见范围里"))
    }
    if contract.body != nil { refusals.append(problem(415, "正文的类型不收")) }
    if contract.body?.schema != nil { refusals.append(problem(422, "正文不能采用")) }
    if contract.parameters.contains(where: { $0.place == .header && $0.isRequired }) {
      refusals.append(problem(428, "没有写 If-Match"))
    }
    return refusals
  }
}

extension Failure {
  /// The failure of an act that a document asked for: what it says is understood and cannot be accepted.
  fileprivate var ofDocument: Failure {
    guard status == 400 else { return self }
    var failure = Failure(422, sentence, advice)
    failure.facts = facts
    failure.facts?.status = 422
    return failure
  }
}

extension Contract.Answered {
  /// An answer as JSON by the name of its schema.
  static func json(
    _ schema: String, _ words: String, status: Int = 200, headers: [String] = [],
    links: [OperationLink] = []
  ) -> Contract.Answered {
    Contract.Answered(
      status: status, words: words, type: "application/json", schema: .named(schema),
      headers: headers, links: links)
  }

  /// A file.
  static func file(_ type: Contract.FileType, _ words: String) -> Contract.Answered {
    Contract.Answered(status: 200, words: words, type: type.type, headers: ["Content-Disposition"])
  }

  static func problem(
    _ status: Int, _ words: String, headers: [String] = []
  ) -> Contract.Answered {
    Contract.Answered(
      status: status, words: words, type: Problem.type, schema: .named("Problem"),
      headers: headers)
  }
}

extension Contract.Parameter {
  static func path(_ name: String, _ schema: Schema, _ words: String) -> Self {
    Self(name: name, place: .path, schema: schema, words: words, isRequired: true)
  }

  static func query(
    _ name: String, _ schema: Schema, _ words: String, isRequired: Bool = false,
    isList: Bool = false
  ) -> Self {
    Self(
      name: name, place: .query, schema: schema, words: words, isRequired: isRequired,
      isList: isList)
  }

  /// The number of a project, an import, an entry.
  static func number(_ name: String, _ words: String) -> Self {
    path(name, .integer(least: 1, most: .max), words)
  }

  /// The part of a list.
  static let limit = query("limit", .integer(least: 1, most: 1_000), "最多几项，默认 100")

  /// Where the part before ended.
  static let place = query("cursor", .integer(least: 0, most: .max), "上一页的 next")

  static let asOf = query("as-of", FilterParameters.day, "哪一天收工时的台账")

  static let reason = query("reason", .stated, "事由，记入凭证")

  /// The tag of what was read.
  static func ifMatch(_ words: String) -> Self {
    Self(
      name: "If-Match", place: .header, schema: .stated, words: words, isRequired: true)
  }
}

extension PageContext {
  /// A number in the path.
  func number(_ name: String) throws -> Int64 {
    guard let number = Int64(self[name]) else { throw Failure.nowhere }
    return number
  }

  /// The part of a list that is asked for.
  var part: ListPart {
    ListPart(
      limit: query["limit"].flatMap { Int($0) } ?? 100, after: query["cursor"].flatMap { Int64($0) }
    )
  }

  /// Whether a tag is one of those that a request speaks of; any tag is none.
  func speaks(of tag: String) -> Bool {
    (request.terms.ifMatch ?? "").split(separator: ",").contains {
      $0.filter { !$0.isWhitespace } == tag[...]
    }
  }
}

extension WebResponse {
  /// An answer to a program.
  static func document(
    _ json: JSON, status: Int = 200, _ headers: [(name: String, value: String)] = []
  ) -> WebResponse {
    WebResponse(
      status, [("Content-Type", "application/json")] + headers, body: .bytes(json.bytes(.stamps)))
  }
}
