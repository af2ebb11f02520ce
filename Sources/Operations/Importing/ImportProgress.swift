/// The progress of an import.
package struct ImportProgress: Sendable {
  /// The current stage.
  package enum Stage: Sendable {
    /// Reading the file's rows; their number is known only at the end.
    case reading
    /// Parsing the rows.
    case understanding
    /// Comparing the rows with the ledger.
    case comparing
    /// Writing the projects.
    case writing
  }

  package let stage: Stage
  package let done: Int
  /// Nil if unknown.
  package let total: Int?
}
