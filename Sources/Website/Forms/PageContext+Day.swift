import Ledger
import Operations
import Wording

extension PageContext {
  /// The day that a field of the sent form states; nil if it is blank. Throws `malformedDay`.
  func day(_ field: String) throws -> PartialDate? {
    guard let text = form[field] else { return nil }
    guard let day = PartialDate(text) else { throw OperationError.malformedDay(text) }
    return day
  }
}
