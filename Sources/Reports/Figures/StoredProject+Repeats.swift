import Ledger
import Storage

extension StoredProject {
  /// Whether a figure for a whole year equals the one for the months it reaches: then it is the same money, and shown
  /// once.
  func repeatsMonths(_ key: FieldKey) -> Bool {
    guard key.needsReach, let month = reach[key], let year = key.period?.year,
      let months = Period.months(Int(year), 1, month), let sum = record[key]
    else { return false }
    return record[FieldKey(key.field, months)] == sum
  }
}
