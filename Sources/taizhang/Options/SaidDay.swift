import Ledger
import Operations
import Wording

extension PartialDate {
  /// Reads a day as typed; throws `malformedDay`.
  init(said text: String) throws {
    guard let day = PartialDate(text) else { throw OperationError.malformedDay(text) }
    self = day
  }
}
