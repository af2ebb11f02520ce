import Foundation
import Intake
import Ledger
import Storage

@testable import Operations

extension ScratchLedger {
  /// The same ledger at noon of a day, written `2026-07-21`.
  func operations(on day: String) -> LedgerOperations {
    let date = PartialDate(day)?.lastDayNumber ?? 0
    var onDay = LedgerOperations(path: operations.path, actor: "测试") {
      Date(timeIntervalSince1970: Double(date) * 86_400 + 4 * 3_600)
    }
    onDay.beginsLedgers = true
    return onDay
  }

  /// Adds a project by hand on 2026-01-05; returns its number as people write it.
  @discardableResult
  func add(_ values: [String: String]) throws -> String {
    let assignments = values.sorted { $0.key < $1.key }.map {
      Assignment(field: $0.key, text: $0.value)
    }
    let project = try operations(on: "2026-01-05").add(assignments, reason: nil).project
    return String(project ?? 0)
  }

  func matter(_ field: Field, _ name: String, of project: String) throws -> Matter? {
    let value = try operations.show(project).project.record[FieldKey(field, named: name)]
    return if case .matter(let matter)? = value { matter } else { nil }
  }

  /// Takes an entry back.
  func undo(_ entry: Entry?) throws {
    _ = try operations.undo(try operations.undoPlan(of: entry?.number ?? 0), reason: nil)
  }
}

/// What a test says of a milestone or problem.
func said(_ change: (inout MatterAct) -> Void) -> MatterAct {
  var act = MatterAct()
  change(&act)
  return act
}
