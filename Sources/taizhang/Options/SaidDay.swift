import Ledger
import Operations
import Wording

extension PartialDate {
  /// Parses a typed day; throws `malformedDay`.
  init(said text: String) throws {
    guard let day = PartialDate(text) else { throw OperationError.malformedDay(text) }
    self = day
  }
}
