/// How far an import is.
package struct ImportProgress: Sendable {
  /// What is being done.
  package enum Stage: Sendable {
    /// The file's rows are read; how many there are is known at the end.
    case reading
    /// The rows are understood as projects.
    case understanding
    /// The rows are compared with the ledger.
    case comparing
    /// Projects are written.
    case writing
  }

  package let stage: Stage
  package let done: Int
  /// Nil while nobody knows.
  package let total: Int?
}
