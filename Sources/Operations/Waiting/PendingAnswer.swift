package import Ledger

/// What a person says of something that waits.
package struct PendingAnswer: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    /// A row is this project.
    case project(ProjectID)
    /// A row is the same project as the row before it.
    case same
    /// A row is a new project.
    case new
    /// What the list says counts.
    case list
    /// This counts, as a list would write it.
    case value(String)
    /// A person has seen it: nothing of it is written, what the ledger holds stands.
    case left
    /// Two projects are two.
    case different
    /// Two projects are one: the second goes into the first.
    case merged(ProjectID, into: ProjectID)
    /// Somebody will say later.
    case later
  }

  package let id: PendingID
  package let choice: Choice

  package init(_ id: PendingID, _ choice: Choice) {
    self.id = id
    self.choice = choice
  }
}
