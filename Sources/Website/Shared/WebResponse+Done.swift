import Ledger
import Operations

extension WebResponse {
  /// Back to a page that says what an edit wrote, and how much of it waits.
  static func done(_ outcome: EditOutcome, at address: Address) -> WebResponse {
    let entry = String(outcome.entry?.number ?? 0)
    let query: Query = ["done": entry]
    return .seeOther(
      address.with(
        outcome.held.isEmpty ? query : query.adding("held", String(outcome.held.count))))
  }
}
