import Ledger

/// The projects that rows of a file are already about, and the merged projects whose names rows have already used: a
/// project is written once, and a used name is not available to other rows.
struct Claims: Sendable {
  /// A project that a row may mean: under its own name, or that of a project merged into it.
  struct Candidate: Hashable, Sendable {
    let project: ProjectID
    /// The merged project, if its sender's statements about it are kept apart.
    let gone: ProjectID?
  }

  /// The row that each project was written from.
  var taken: [ProjectID: Int] = [:]
  /// Merged projects whose names rows have used.
  var spoken: Set<ProjectID> = []
  let merged: MergedNames

  /// Whether a row may still be about a candidate.
  func isFree(_ candidate: Candidate) -> Bool {
    candidate.gone.map { !spoken.contains($0) } ?? (taken[candidate.project] == nil)
  }

  /// Whether a row that is the same as a candidate may be written to its project, which earlier rows have left free.
  /// Under a merged project's name a person decides, unless the sender never reported the surviving project.
  func mayWrite(_ candidate: Candidate) -> Bool {
    taken[candidate.project] == nil && candidate.gone.map(merged.isOnly) ?? true
  }
}
