import Foundation
import Ledger
import Operations
import Storage
import Synchronization
import Wording

/// What a handler is given: who asks for what, and the ledger to answer from.
struct PageContext: Sendable {
  let request: WebRequest
  /// The parts of the path that stand for names.
  let parameters: [String: String]
  let caller: Caller
  /// What they may do: pages do not draw what would be refused.
  let permissions: Permissions
  /// Of a question, a operations at one state of the ledger; of an act, the operations that writes.
  let operations: LedgerOperations
  let site: Site
  /// What the answer is to leave in the audit.
  var trail = AnswerTrail()

  var query: Query { request.query }
  var form: Query { request.form }

  /// A part of the path by its name.
  subscript(parameter: String) -> String { parameters[parameter] ?? "" }

  /// The day that is asked about; nil for now. Throws for what is no day.
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
      // Today's ledger is not closed yet: it is the present one.
      return day.firstDay == today.firstDay ? nil : day
    }
  }

  /// The day and the month that are asked about, as the links of a page keep them; empty for now.
  var time: Query {
    get throws {
      let day: Query = try asOf.map { ["as-of": $0.text] } ?? [:]
      return query["month"].map { day.adding("month", $0) } ?? day
    }
  }

  /// The project of the path, with which the caller means to do something; throws `rightMissing` where they may
  /// only look at it.
  func project(for right: Right) throws -> ProjectView {
    let view = try operations.show(self["project"])
    guard permissions.allow(right, on: view.project.record) else {
      throw OperationError.rightMissing(right, holders: view.catalogue.roles(with: right))
    }
    return view
  }

  /// The same at another operations: an act that shows a page after all asks one state of the ledger for it.
  func at(_ operations: LedgerOperations) -> PageContext {
    var context = PageContext(
      request: request, parameters: parameters, caller: caller, permissions: permissions,
      operations: operations, site: site)
    context.trail = trail
    return context
  }

  /// How what a page counts is chosen (口径).
  func basis(_ filter: ProjectFilter, _ catalogue: Catalogue) -> String {
    ScopeWords.sentence(filter, catalogue, isPartial: !permissions.seeEverything)
  }

  /// Finishes a page: its own words in the frame that all pages have.
  func page(_ page: Page) throws -> WebResponse {
    // Who is not signed in is told nothing of the ledger.
    if caller.isStranger { return try accountPage(page) }
    return try Frame(self, page).response(page, site.templates)
  }
}

/// Whether an answer left a line in the audit: then it is made for each request, because each leaves one.
final class AnswerTrail: Sendable {
  private let line = Mutex(false)

  var isLeft: Bool { line.withLock { $0 } }

  func leave() { line.withLock { $0 = true } }
}
