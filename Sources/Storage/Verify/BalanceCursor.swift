import Engine
import Ledger

/// The rows of one table of the balance, project by project, beside those that should stand there.
final class BalanceCursor {
  private let statement: any Statement
  private let isBalance: Bool
  private var isAtRow: Bool

  /// A table whose first column is its project; those of searches tell of nothing else.
  init(
    _ table: String, _ columns: [String], tellsOfSearch: Bool = false, _ session: Session
  ) throws {
    isBalance = !tellsOfSearch
    // What does the table hold, project by project?
    statement = try session.stream(
      """
      SELECT \(columns.joined(separator: ", "))
      FROM \(table)
      ORDER BY \(columns[0])
      """)
    isAtRow = try statement.step()
  }

  /// Goes to a project, or to the end; the projects passed over have rows and should have none.
  func skip(to project: ProjectID?) throws -> Set<ProjectID> {
    var surplus: Set<ProjectID> = []
    while isAtRow, project.map({ statement.int64(0) < $0 }) ?? true {
      surplus.insert(statement.int64(0))
      isAtRow = try statement.step()
    }
    return surplus
  }

  /// Goes through the rows of a project: whether they are those of a batch, each once.
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

  /// What a difference of this table is.
  func finding(_ project: ProjectID) -> VerificationFinding {
    isBalance ? .balanceDiffers(project: project) : .searchDiffers(project: project)
  }
}
