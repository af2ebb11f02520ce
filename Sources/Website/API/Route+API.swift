import Ledger
import Operations

extension Route {
  /// An API route with its contract. The request is checked against the contract before `handle` is called.
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
        // A well-formed document that cannot be accepted is 422, not 400.
        throw Failure(error, at: context.operations).ofDocument
      }
    }
  }

  /// A read-only route for programs.
  static func asking(
    _ path: String, _ contract: Contract,
    _ handle: @escaping @Sendable (PageContext) throws -> WebResponse
  ) -> Route {
    api(.get, path, .questions, contract) { context, _ in try handle(context) }
  }

  /// The refusals of a contract, in addition to those common to all routes.
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
  /// The failure as 422 if it is 400: the document was understood but cannot be accepted.
  fileprivate var ofDocument: Failure {
    guard status == 400 else { return self }
    var failure = Failure(422, sentence, advice)
    failure.facts = facts
    failure.facts?.status = 422
    return failure
  }
}

extension Contract.Answered {
  /// A JSON response with a named schema.
  static func json(
    _ schema: String, _ words: String, status: Int = 200, headers: [String] = [],
    links: [OperationLink] = []
  ) -> Contract.Answered {
    Contract.Answered(
      status: status, words: words, type: "application/json", schema: .named(schema),
      headers: headers, links: links)
  }

  /// A file response.
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

  /// The number of a project, an import or an entry, in the path.
  static func number(_ name: String, _ words: String) -> Self {
    path(name, .integer(least: 1, most: .max), words)
  }

  /// The page size of a list.
  static let limit = query("limit", .integer(least: 1, most: 1_000), "最多几项，默认 100")

  /// The cursor of a list: where the previous page ended.
  static let place = query("cursor", .integer(least: 0, most: .max), "上一页的 next")

  static let asOf = query("as-of", FilterParameters.day, "哪一天收工时的台账")

  static let reason = query("reason", .stated, "事由，记入凭证")

  /// The required `If-Match` header with the tag of what was read.
  static func ifMatch(_ words: String) -> Self {
    Self(
      name: "If-Match", place: .header, schema: .stated, words: words, isRequired: true)
  }
}

extension PageContext {
  /// Returns a number of the path; throws `Failure.nowhere` if it is none.
  func number(_ name: String) throws -> Int64 {
    guard let number = Int64(self[name]) else { throw Failure.nowhere }
    return number
  }

  /// The requested page of a list.
  var part: ListPart {
    ListPart(
      limit: query["limit"].flatMap { Int($0) } ?? 100, after: query["cursor"].flatMap { Int64($0) }
    )
  }

  /// Whether `If-Match` lists the tag. `*` does not match.
  func speaks(of tag: String) -> Bool {
    (request.terms.ifMatch ?? "").split(separator: ",").contains {
      $0.filter { !$0.isWhitespace } == tag[...]
    }
  }
}

extension WebResponse {
  /// A JSON response.
  static func document(
    _ json: JSON, status: Int = 200, _ headers: [(name: String, value: String)] = []
  ) -> WebResponse {
    WebResponse(
      status, [("Content-Type", "application/json")] + headers, body: .bytes(json.bytes(.stamps)))
  }
}
