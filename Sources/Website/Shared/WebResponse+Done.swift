import Ledger
import Operations

extension WebResponse {
  /// Redirects to a page that shows the entry of an edit, how many values wait, and the findings to review.
  static func done(
    _ outcome: EditOutcome, at address: Address, _ context: PageContext
  ) throws -> WebResponse {
    context.site.notices.note(
      outcome, for: context.caller.person, try context.operations.catalogue())
    let entry = String(outcome.entry?.number ?? 0)
    let query = address.query.adding("done", entry)
    return .seeOther(
      address.with(
        outcome.held.isEmpty ? query : query.adding("held", String(outcome.held.count))))
  }
}
