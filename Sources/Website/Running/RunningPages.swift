import Access
import Foundation
import Ledger
import Operations
import Wording

/// Monitoring: liveness, readiness and metrics.
enum RunningPages {
  /// Reports that the server answers.
  static func health(_ context: PageContext) throws -> WebResponse { .plain("ok\n") }

  /// Reports whether the ledger and the accounts can be read, or why not (503).
  static func readiness(_ context: PageContext) throws -> WebResponse {
    if context.site.isStopping { return .plain("台账正在停止。\n", status: 503) }
    do {
      _ = try context.operations.condition()
      _ = try context.site.door.access?.sessionCount()
      return .plain("ready\n")
    } catch {
      return .plain("台账读不了：\(ErrorWording(error).sentence)\n", status: 503)
    }
  }

  /// The metrics for Prometheus.
  static func meters(_ context: PageContext) throws -> WebResponse {
    WebResponse(
      200, [("Content-Type", "text/plain; version=0.0.4; charset=utf-8")],
      body: .bytes(Array(context.site.meters.text(with: levels(context)).utf8)))
  }

  /// The current levels; those that cannot be determined are left out.
  private static func levels(_ context: PageContext) -> [(name: String, value: Double)] {
    let site = context.site
    let imports = site.imports.load
    var levels: [(name: String, value: Double)] = [
      ("imports_running", Double(imports.running)), ("imports_waiting", Double(imports.waiting)),
    ]
    let condition = try? context.operations.condition()
    levels.append(("ready", condition != nil && !site.isStopping ? 1 : 0))
    if let condition {
      levels += [
        ("revision", Double(condition.revision)), ("ledger_bytes", Double(condition.bytes)),
        ("wal_bytes", Double(condition.besideBytes)),
        ("access_bytes", Double(condition.accountBytes)),
      ]
    }
    if let sessions = (try? site.door.access)?.flatMap({ try? $0.sessionCount() }) {
      levels.append(("sessions", Double(sessions)))
    }
    if let folder = site.backups, let backup = context.operations.checkedBackup(in: folder) {
      let now = context.operations.now()
      levels += [
        ("backup_age_seconds", now.timeIntervalSince(backup.made)),
        ("backup_check_age_seconds", now.timeIntervalSince(backup.checked)),
      ]
    }
    return levels
  }
}

extension WebResponse {
  /// A plain-text response.
  static func plain(_ text: String, status: Int = 200) -> WebResponse {
    WebResponse(
      status, [("Content-Type", "text/plain; charset=utf-8")], body: .bytes(Array(text.utf8)))
  }
}

extension WebRequest.Source {
  /// Whether a process of this machine sent the request itself: neither over the gateway's socket nor forwarded by a
  /// proxy.
  var isOfThisMachine: Bool {
    guard !isOnSocket, !isHandedOn else { return false }
    guard let address else { return true }
    return address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
  }
}
