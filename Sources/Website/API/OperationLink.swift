import Operations

/// A follow-up operation of a response, with runtime expressions that take its parameters from the request or the
/// response (OpenAPI 3.1, Link Object).
struct OperationLink: Sendable {
  let operation: String
  /// Pairs of `place.name` and runtime expression.
  let parameters: [(name: String, expression: String)]

  private init(_ operation: String, _ parameters: [(String, String)]) {
    self.operation = operation
    self.parameters = parameters.map { (name: $0.0, expression: $0.1) }
  }

  private static let sameID = ("path.id", "$request.path.id")
  private static let tag = ("header.If-Match", "$response.header.ETag")
  private static let newID = ("path.id", "$response.body#/id")

  /// A project that was read can be edited with its tag.
  static let ofProject = ["editProject", "moveProject", "followMatter"].map {
    OperationLink($0, [sameID, tag])
  }

  /// An uploaded list can be polled, answered, planned and discarded.
  static let ofList = ["showImport", "answerImport", "showPlan", "discardImport"].map {
    OperationLink($0, [newID])
  }

  /// A plan that was read can be committed with its tag.
  static let commitImport = OperationLink("commitImport", [sameID, tag])

  /// An entry can be read and undone.
  static let ofEntry = ["showEntry", "undoEntry"].map {
    OperationLink($0, [("path.n", "$response.body#/entry")])
  }

  var json: JSON {
    .object([
      ("operationId", .string(operation)),
      ("parameters", .object(parameters.map { ($0.name, .string($0.expression)) })),
    ])
  }
}
