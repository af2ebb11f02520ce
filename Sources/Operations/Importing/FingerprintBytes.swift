import Intake
import Ledger
import Matching

/// The input of a fingerprint: texts with their lengths, and numbers.
struct FingerprintBytes {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func add(_ text: String?) {
    // A missing text has a length that no text has.
    guard let text else { return add(UInt64.max) }
    add(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Everything that a plan would do with a row.
  mutating func add(_ planned: PlannedRow) {
    let row = planned.row
    add(UInt64(planned.table))
    add(UInt64(row.number))
    add(planned.action.rawValue)
    add(UInt64(bitPattern: planned.match.project ?? 0))
    // The row's own digest covers the values of a new project.
    add(row.digest)
    for change in planned.changes {
      add(change.key.text)
      add(change.before?.canonical)
      add(change.after?.canonical)
    }
    for entry in planned.stated {
      add(entry.key.text)
      add(entry.value?.canonical)
    }
  }

  /// The conflicts that a plan leaves to a person.
  mutating func addConflicts(of planned: PlannedRow) {
    for conflict in planned.conflicts {
      add(conflict.key.text)
      add(conflict.ledger?.canonical)
      add(conflict.list?.canonical)
    }
  }
}
