import Foundation
import Ledger
import Operations
import Storage
import Synchronization
import Wording

/// The input of a handler: the request, the caller, and the ledger to answer from.
struct PageContext: Sendable {
  let request: WebRequest
  /// The parameters of the path.
  let parameters: [String: String]
  let caller: Caller
  /// The caller's permissions; pages do not offer what would be refused.
  let permissions: Permissions
  /// For a page, operations that read one state of the ledger; for an act, operations that write.
  let operations: LedgerOperations
  let site: Site
  /// What the response leaves in the audit.
  var trail = AnswerTrail()

  var query: Query { request.query }
  var form: Query { request.form }

  /// Returns a parameter of the path; empty if there is none.
  subscript(parameter: String) -> String { parameters[parameter] ?? "" }

  /// The requested day; nil for the present. Throws `malformedDay`, and `Failure` for a future day.
  var asOf: PartialDate? {
    get throws {
      guard let text = query["as-of"] else { return nil }
      guard let day = PartialDate(text), case .day = day.precision else {
        throw OperationError.malformedDay(text)
      }
      let today = try operations.today
      if day.firstDay > today.firstDay {
        throw Failure(400, "\(text) 还没有到。", "选今天或更早的一天。")
      }
      // Today is not over, so its state is the present one.
      return day.firstDay == today.firstDay ? nil : day
    }
  }

  /// The requested day and month, to keep in the page's links; empty for the present.
  var time: Query {
    get throws {
      let day: Query = try asOf.map { ["as-of": $0.text] } ?? [:]
      return query["month"].map { day.adding("month", $0) } ?? day
    }
  }

  /// Returns the project of the path for an act; throws `rightMissing` if the caller may only read it.
  func project(for right: Right) throws -> ProjectView {
    let view = try operations.show(self["project"])
    guard permissions.allow(right, on: view.project.record) else {
      throw OperationError.rightMissing(right, holders: view.catalogue.roles(with: right))
    }
    return view
  }

  /// Returns the context with other operations, so that an act can show a page of one state of the ledger.
  func at(_ operations: LedgerOperations) -> PageContext {
    var context = PageContext(
      request: request, parameters: parameters, caller: caller, permissions: permissions,
      operations: operations, site: site)
    context.trail = trail
    return context
  }

  /// The sentence that describes which projects the page counts (口径).
  func basis(_ filter: ProjectFilter, _ catalogue: Catalogue) -> String {
    ScopeWords.sentence(filter, catalogue, isPartial: !permissions.seeEverything)
  }

  /// Renders a page in the common frame.
  func page(_ page: Page) throws -> WebResponse {
    // Anonymous callers see nothing of the ledger.
    if caller.isStranger { return try accountPage(page) }
    return try Frame(self, page).response(page, site.templates)
  }
}

/// Whether a response left a line in the audit; it is then not cached, since each request must leave one.
final class AnswerTrail: Sendable {
  private let line = Mutex(false)

  var isLeft: Bool { line.withLock { $0 } }

  func leave() { line.withLock { $0 = true } }
}
