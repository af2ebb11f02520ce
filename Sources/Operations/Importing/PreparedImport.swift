import Crypto
import Foundation
package import Intake
package import Ledger

/// A plan ready to be shown and committed.
package struct PreparedImport: Sendable {
  package let file: ReceivedFile
  package let plan: ImportPlan
  package let reason: String?
  package let catalogue: Catalogue
  /// SHA-256 over the file, the ledger's revision and all the plan would do, in hexadecimal.
  package let fingerprint: String

  init(file: ReceivedFile, plan: ImportPlan, reason: String?, catalogue: Catalogue) {
    self.file = file
    self.plan = plan
    self.reason = reason
    self.catalogue = catalogue
    fingerprint = Self.fingerprint(file, plan)
  }

  /// Whether a commit would write anything: a value, or what the sender says now.
  package var hasEffect: Bool {
    plan.altersLedger || plan.rows.contains { $0.isWritten && !$0.stated.isEmpty }
  }

  /// The plan as one object for programs.
  package var json: JSON {
    PlanJSON(plan: plan, fileName: file.name, fingerprint: fingerprint, catalogue: catalogue).json
  }

  private static func fingerprint(_ file: ReceivedFile, _ plan: ImportPlan) -> String {
    var hash = SHA256()
    var buffer: [UInt8] = []
    func add(_ text: String) {
      buffer.append(contentsOf: text.utf8)
      buffer.append(0)
      if buffer.count > 1 << 16 {
        hash.update(data: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    var names: [FieldKey: String] = [:]
    func add(_ key: FieldKey) {
      let name = names[key] ?? key.text
      names[key] = name
      add(name)
    }
    add(file.sha256)
    add("\(plan.revision) \(plan.list.year)")
    add(plan.sender)
    for row in plan.rows {
      add("\(row.table) \(row.row.number) \(row.action.rawValue) \(row.known?.id ?? 0)")
      if row.action == .new {
        for value in row.row.values {
          add(value.key)
          add(value.value.canonical)
        }
      }
      for change in row.changes {
        add(change.key)
        add(change.before?.canonical ?? "")
        add(change.after?.canonical ?? "")
      }
      for entry in row.stated {
        add(entry.key)
        add(entry.value.canonical)
      }
    }
    hash.update(data: buffer)
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension PlannedRow {
  /// Whether a commit writes something of the row.
  var isWritten: Bool { action == .new || action == .changed || action == .unchanged }
}
