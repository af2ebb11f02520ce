import Crypto
import Intake
import Ledger

/// SHA-256 over the file, the ledger's revision and all that a plan would do.
struct PlanFingerprint {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  init(_ file: ReceivedFile, _ plan: ImportPlan, _ decided: [CatalogueItem]) {
    add(file.sha256)
    add(UInt64(bitPattern: plan.revision))
    add(UInt64(plan.list.year))
    add(plan.sender)
    for item in decided {
      add(item.code)
      add(item.canonical)
    }
    for planned in plan.rows {
      let row = planned.row
      add(UInt64(planned.table))
      add(UInt64(row.number))
      add(planned.action.rawValue)
      add(UInt64(bitPattern: planned.match.project ?? 0))
      // What the row says is what a new project is made of.
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
      flush(above: 1 << 16)
    }
    flush(above: 0)
  }

  /// In hexadecimal.
  var text: String {
    hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private mutating func add(_ text: String?) {
    // A text that is none has another length than an empty one.
    guard let text else { return add(UInt64.max) }
    add(UInt64(text.utf8.count))
    buffer.append(contentsOf: text.utf8)
  }

  private mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
  }

  private mutating func flush(above limit: Int) {
    guard buffer.count > limit else { return }
    hash.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
