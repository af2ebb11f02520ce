import Crypto
import Intake
import Ledger
import Machine
import Matching

/// SHA-256 over the file, the ledger's revision and the planned changes.
struct PlanFingerprint {
  private var hash = SHA256()
  private var pending = FingerprintBytes()

  init(_ file: ReceivedFile, _ plan: ImportPlan, _ decided: [CatalogueItem]) {
    pending.add(file.sha256)
    pending.add(UInt64(bitPattern: plan.revision))
    pending.add(UInt64(plan.list.year))
    pending.add(plan.sender)
    for item in decided {
      pending.add(item.code)
      pending.add(item.canonical)
    }
    for planned in plan.rows {
      pending.add(planned)
      flush(above: 1 << 16)
    }
    flush(above: 0)
  }

  /// The digest in hexadecimal.
  var text: String { Hexadecimal.text(hash.finalize()) }

  private mutating func flush(above limit: Int) {
    guard pending.bytes.count > limit else { return }
    hash.update(data: pending.bytes)
    pending.removeAll()
  }
}
