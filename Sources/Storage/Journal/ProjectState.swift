import Engine
import Ledger

/// The state of a project after its changes: everything that the balance stores of it.
struct ProjectState: Hashable, Sendable {
  let id: ProjectID
  /// Nil if the project does not exist: never created, or removed.
  var record: Record?
  /// The entry that created it, or re-created it.
  var created: Int64 = 0
  /// The last entry that altered a value.
  var revision: Int64 = 0
  /// The last month that a year's figure includes, if its list stated one.
  var reach: [FieldKey: Int] = [:]
  /// The last statement of each sender.
  var statements: [String: Statement] = [:]

  /// The last statement of one sender on the project.
  struct Statement: Hashable, Sendable {
    var said: Record
    /// Whether it equals the creation of the project by this sender.
    var isCreation: Bool
    /// Keys whose stated value the ledger did not adopt, because it had another one.
    var held: Set<FieldKey> = []
  }

  /// The keys of a sender's statement whose value still differs from the ledger's, in order.
  func held(of sender: String) -> [FieldKey] {
    guard let statement = statements[sender], let record else { return [] }
    return statement.held.filter { key in
      guard let standing = record[key], let word = statement.said[key] else { return false }
      return !word.agrees(with: standing)
    }.sorted()
  }

  init(id: ProjectID) { self.id = id }
}
