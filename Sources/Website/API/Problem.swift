import Foundation
import Ledger
import Operations
import Storage
import Wording

/// The machine-readable part of a failure: a code, its single faults and additional members.
struct ProblemFacts: Sendable {
  var code: ProblemCode
  /// The HTTP status for programs, if it differs from the status for pages.
  var status: Int?
  var errors: [Item] = []
  /// Additional members of the problem document, such as the number of the existing project or the rows that moved.
  var members: [(String, JSON)] = []

  /// One fault.
  struct Item: Sendable {
    /// A finding code or a problem code.
    let code: String
    /// A parameter, a JSON pointer into the body (RFC 6901), or a field.
    let place: String
    var cell = ""
    var raw = ""
    let message: String
    var suggestion = ""

    fileprivate var json: JSON {
      .object([
        ("code", .string(code)), ("at", .string(place)), ("cell", .string(cell)),
        ("raw", .string(raw)), ("message", .string(message)), ("suggestion", .string(suggestion)),
      ])
    }
  }
}

/// The problem document of a failure (RFC 9457).
enum Problem {
  static let type = "application/problem+json"

  static func json(_ failure: Failure, request: Int) -> JSON {
    let facts = failure.facts ?? ProblemFacts(code: ProblemCode(status: failure.status))
    return .object(
      [
        ("type", .string("/problems/" + facts.code.rawValue)),
        ("title", .string(facts.code.words.title)), ("status", .count(status(of: failure))),
        ("code", .string(facts.code.rawValue)),
        ("detail", .string(failure.sentence + failure.advice)), ("request", .count(request)),
        ("errors", .array(facts.errors.map(\.json))),
      ] + facts.members)
  }

  private static func status(of failure: Failure) -> Int {
    failure.facts?.status ?? failure.status
  }

  static func response(_ failure: Failure, request: Int) -> WebResponse {
    let status = status(of: failure)
    var headers: [(name: String, value: String)] = [("Content-Type", type)]
    if [429, 503].contains(status) || failure.facts?.code == .planUnready {
      headers.append(("Retry-After", "1"))
    }
    return WebResponse(
      status, headers + failure.headers,
      body: .bytes(json(failure, request: request).bytes(.stamps)))
  }
}

extension Failure {
  /// Creates a failure with a problem code, whose advice it takes.
  init(
    _ status: Int, _ code: ProblemCode, _ sentence: String, errors: [ProblemFacts.Item] = [],
    _ members: [(String, JSON)] = []
  ) {
    self.init(status, sentence, code.words.advice)
    facts = ProblemFacts(code: code, errors: errors, members: members)
  }

  /// Returns this failure with the problem code of the thrown error, if the error has one.
  func told(by error: any Error) -> Failure {
    if facts != nil { return self }
    switch error {
    case let error as FilterError: return filter(error)
    case let error as OperationError: return operation(error)
    case let error as DecisionFaults: return answers(error)
    case StorageError.stale: return with(412, .revisionStale)
    case StorageError.alreadyUndone, StorageError.nothingToUndo, StorageError.cannotUndo:
      return with(409, .entryUndone)
    case StorageError.busy: return with(503, .busy)
    default: return self
    }
  }

  private func with(_ status: Int, _ code: ProblemCode) -> Failure {
    var failure = self
    failure.facts = ProblemFacts(code: code, status: status)
    return failure
  }

  private func filter(_ error: FilterError) -> Failure {
    var failure = with(400, .filterUnknown)
    let words = ErrorWording(error)
    failure.facts?.errors = [
      ProblemFacts.Item(
        code: ProblemCode.filterUnknown.rawValue, place: words.option?.rawValue ?? "",
        message: sentence, suggestion: advice)
    ]
    return failure
  }

  private func operation(_ error: OperationError) -> Failure {
    switch error {
    case .rejectedValues(let findings):
      var failure = with(422, .valuesRejected)
      failure.facts?.errors = findings.map { ProblemFacts.Item($0) }
      return failure
    case .unknownFields(let names):
      var failure = with(422, .fieldUnknown)
      failure.facts?.errors = names.map {
        ProblemFacts.Item(
          code: ProblemCode.fieldUnknown.rawValue, place: $0, raw: $0, message: sentence)
      }
      return failure
    case .projectExists(let project, _):
      var failure = with(409, .projectExists)
      failure.facts?.members = [("project", .integer(project))]
      return failure
    case .planMoved: return with(409, .planStale)
    case .withoutBeginning: return with(422, .actRefused)
    case .draftsFull: return with(409, .importsFull)
    case .draftWritten, .draftDiscarded: return with(409, .importClosed)
    case .unknownSort, .unknownColumn, .malformedDay, .malformedMonths, .unknownBook:
      return with(400, .filterUnknown)
    default: return self
    }
  }

  private func answers(_ error: DecisionFaults) -> Failure {
    var failure = with(422, .answersUnfit)
    failure.facts?.errors = error.faults.map { fault in
      ProblemFacts.Item(
        code: ProblemCode.answersUnfit.rawValue, place: "第 \(fault.line) 项",
        message: ErrorWording.words(fault.fact))
    }
    return failure
  }
}

extension ProblemFacts.Item {
  private static let none = Catalogue(items: [])

  /// Creates the fault from a finding about a sent value.
  init(_ finding: Finding) {
    self.init(
      code: finding.code.rawValue, place: finding.field?.text ?? "", cell: finding.cell,
      raw: finding.raw, message: finding.sentence(Self.none),
      suggestion: finding.suggestion(Self.none))
  }
}
