package import Ledger

/// A person's answer about an item in the queue.
package struct PendingAnswer: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    /// The row is this project.
    case project(ProjectID)
    /// The row is the same project as the row it repeats.
    case same
    /// The row is a new project.
    case new
    /// The list's value is used.
    case list
    /// This value is used, as typed in a list.
    case value(String)
    /// Acknowledged: nothing is written, and the ledger's value stays.
    case left
    /// The two projects are different.
    case different
    /// The two projects are the same: the first is merged into the second.
    case merged(ProjectID, into: ProjectID)
    /// Postponed.
    case later
  }

  package let id: PendingID
  package let choice: Choice

  package init(_ id: PendingID, _ choice: Choice) {
    self.id = id
    self.choice = choice
  }
}
