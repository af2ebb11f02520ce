import Operations

/// What can be asked or done next with what an answer says: which operation, and where its parameters stand in the
/// request or the answer before it (OpenAPI 3.1, runtime expressions).
struct OperationLink: Sendable {
  /// The operation's name.
  let operation: String
  /// Parameters by place and name, with their expressions.
  let parameters: [(name: String, expression: String)]

  private init(_ operation: String, _ parameters: [(String, String)]) {
    self.operation = operation
    self.parameters = parameters.map { (name: $0.0, expression: $0.1) }
  }

  private static let sameID = ("path.id", "$request.path.id")
  private static let tag = ("header.If-Match", "$response.header.ETag")
  private static let newID = ("path.id", "$response.body#/id")

  /// A project that was read can be altered as long as it is what was read.
  static let ofProject = ["editProject", "moveProject", "followMatter"].map {
    OperationLink($0, [sameID, tag])
  }

  /// A list that was received is asked after and answered.
  static let ofList = ["showImport", "answerImport", "showPlan", "discardImport"].map {
    OperationLink($0, [newID])
  }

  /// A plan that was looked at is written.
  static let commitImport = OperationLink("commitImport", [sameID, tag])

  /// An entry can be looked at and taken back.
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
