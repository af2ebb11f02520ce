import Engine
import Ledger

/// A project as its changes leave it: all that the balance holds of it.
struct ProjectState: Hashable, Sendable {
  let id: ProjectID
  /// Nil when the project is not there: never made, or removed.
  var record: Record?
  /// The entry that made it (again).
  var created: Int64 = 0
  /// The last entry that altered a value.
  var revision: Int64 = 0
  /// The month that a figure for a whole year reaches, where its list stated one.
  var reach: [FieldKey: Int] = [:]
  /// What each sender said last.
  var statements: [String: Statement] = [:]

  /// What one sender said last about the project.
  struct Statement: Hashable, Sendable {
    var said: Record
    /// Whether it is exactly what this sender created the project with.
    var isCreation: Bool
  }

  init(id: ProjectID) { self.id = id }
}
