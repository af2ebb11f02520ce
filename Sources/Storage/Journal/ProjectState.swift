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
    /// Keys whose value the ledger did not take when it was said, because it held another one.
    var held: Set<FieldKey> = []
  }

  /// Of what a sender said, the keys whose value is held back still, in order.
  func held(of sender: String) -> [FieldKey] {
    guard let statement = statements[sender], let record else { return [] }
    return statement.held.filter { key in
      guard let standing = record[key], let word = statement.said[key] else { return false }
      return !word.agrees(with: standing)
    }.sorted()
  }

  init(id: ProjectID) { self.id = id }
}
