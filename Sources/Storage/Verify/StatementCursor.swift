import Engine
import Ledger

/// A cursor over senders' statements, by project.
final class StatementCursor {
  /// One sender's statement on one project, as stored.
  struct Row: Hashable {
    let digest: Int64
    let said: [UInt8]?
    let held: [UInt8]?
  }

  private let statement: any Statement
  private var isAtRow: Bool

  init(_ session: Session) throws {
    // Which are the senders' last statements, by project?
    statement = try session.stream(
      """
      SELECT s.project, n.name, s.digest, s.said, s.held
      FROM statement AS s
      JOIN sender AS n ON n.id = s.sender
      ORDER BY s.project, s.sender
      """)
    isAtRow = try statement.step()
  }

  /// All statements on a project, by sender; those of earlier projects are skipped.
  func take(_ project: ProjectID) throws -> [[UInt8]: Row] {
    var rows: [[UInt8]: Row] = [:]
    while isAtRow, statement.int64(0) <= project {
      if statement.int64(0) == project {
        rows[Array(statement.bytes(1))] = Row(
          digest: statement.int64(2), said: statement.isNull(3) ? nil : Array(statement.bytes(3)),
          held: statement.isNull(4) ? nil : Array(statement.bytes(4)))
      }
      isAtRow = try statement.step()
    }
    return rows
  }
}
