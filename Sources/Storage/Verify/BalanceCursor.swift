import Engine
import Ledger

/// A cursor over one table of the balance, project by project, for comparison with the expected rows.
final class BalanceCursor {
  private let statement: any Statement
  private let isBalance: Bool
  private var isAtRow: Bool

  /// A table whose first column is the project; `tellsOfSearch` selects the kind of finding.
  init(
    _ table: String, _ columns: [String], tellsOfSearch: Bool = false, _ session: Session
  ) throws {
    isBalance = !tellsOfSearch
    // Which rows does the table have, by project?
    statement = try session.stream(
      """
      SELECT \(columns.joined(separator: ", "))
      FROM \(table)
      ORDER BY \(columns[0])
      """)
    isAtRow = try statement.step()
  }

  /// Moves to a project, or to the end; returns the projects passed over, which should have no rows.
  func skip(to project: ProjectID?) throws -> Set<ProjectID> {
    var surplus: Set<ProjectID> = []
    while isAtRow, project.map({ statement.int64(0) < $0 }) ?? true {
      surplus.insert(statement.int64(0))
      isAtRow = try statement.step()
    }
    return surplus
  }

  /// Compares the rows of a project with those of a batch, in any order.
  func take(_ project: ProjectID, expecting batch: RowBatch) throws -> Comparison {
    var met: Set<Int> = []
    var isSame = true
    var count = 0
    while isAtRow, statement.int64(0) == project {
      count += 1
      if let row = batch.row(equalTo: statement) { met.insert(row) } else { isSame = false }
      isAtRow = try statement.step()
    }
    isSame = isSame && met.count == batch.count && count == batch.count
    return isSame ? .same : count == 0 ? .missing : .different
  }

  enum Comparison {
    case same, missing, different
  }

  /// The finding for a difference in this table.
  func finding(_ project: ProjectID) -> VerificationFinding {
    isBalance ? .balanceDiffers(project: project) : .searchDiffers(project: project)
  }
}
