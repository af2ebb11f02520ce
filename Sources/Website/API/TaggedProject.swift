import Crypto
import Ledger
import Operations
import Storage
import Wording

/// The current state of a project, with its entity tag.
struct TaggedProject {
  let view: ProjectView
  let json: JSON
  /// A strong entity tag: the revision and a digest of the response's bytes.
  let tag: String

  init(_ view: ProjectView) {
    self.view = view
    json = view.json(withHistory: false)
    let digest = SHA256.hash(data: json.bytes(.stamps)).prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
    tag = "\"\(view.project.revision)-\(digest)\""
  }

  /// Answers from the project in the path. A merged project redirects to the surviving one, to the same `part` of it.
  static func with(
    _ context: PageContext, _ part: String? = nil, _ body: (TaggedProject) throws -> WebResponse
  ) throws -> WebResponse {
    let number = try context.number("id")
    let standing = try context.operations.reading { store, _ in
      try store.standing(for: [number])[number] ?? number
    }
    let view: ProjectView
    do {
      view = try show(standing, context)
    } catch OperationError.unknownProject {
      // The error names the requested number, even if the project was merged.
      throw OperationError.unknownProject(String(number))
    }
    guard view.project.id == standing else { throw OperationError.unknownProject(String(number)) }
    if standing != number {
      let path = ["api", "v1", "projects", String(standing)] + (part.map { [$0] } ?? [])
      return .moved(to: Address(path: path, query: context.query))
    }
    return try body(TaggedProject(view))
  }

  private static func show(_ project: ProjectID, _ context: PageContext) throws -> ProjectView {
    let text = String(project)
    guard let day = context.query["as-of"].flatMap({ PartialDate($0) }) else {
      return try context.operations.show(text)
    }
    return try context.operations.show(text, asOf: day)
  }

  /// Edits the project in the path if its tag matches `If-Match`; otherwise throws a failure with sent and current
  /// values.
  static func altering(
    _ context: PageContext, _ part: String? = nil, sent: [(String, JSON)],
    _ act: (TaggedProject) throws -> EditOutcome
  ) throws -> WebResponse {
    try with(context, part) { state in
      guard context.speaks(of: state.tag) else { throw try stale(state, sent, context) }
      do {
        return try answer(act(state), context)
      } catch StorageError.stale {
        throw try stale(
          TaggedProject(context.operations.show(String(state.view.project.id))), sent, context)
      }
    }
  }

  /// The response to an edit, with the tag of the new state.
  static func answer(
    _ outcome: EditOutcome, _ context: PageContext, status: Int = 200
  ) throws -> WebResponse {
    guard let project = outcome.project else {
      return .document(outcome.json(Catalogue(items: [])))
    }
    let state = TaggedProject(try context.operations.show(String(project)))
    var headers = [(name: "ETag", value: state.tag)]
    if status == 201 {
      headers.append(("Location", Address("api", "v1", "projects", String(project)).text))
    }
    return .document(outcome.json(state.view.catalogue), status: status, headers)
  }

  /// The failure of a stale edit, with each sent value beside the current one.
  private static func stale(
    _ state: TaggedProject, _ sent: [(String, JSON)], _ context: PageContext
  ) throws -> Failure {
    try Contacts.note(
      sent.compactMap { Field(id: $0.0).map { FieldKey($0) } }, state.view.catalogue, context)
    let values = sent.map { name, value in
      (name, JSON.object([("sent", value), ("now", state.json[name] ?? .null)]))
    }
    var failure = Failure(
      412, .revisionStale, "这个项目读过之后有人改过，没有写入。", [("values", .object(values))])
    failure.headers = [("ETag", state.tag)]
    return failure
  }
}
