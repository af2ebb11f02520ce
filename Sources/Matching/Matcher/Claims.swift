import Ledger

/// Which projects the rows of a file are about so far, and as which of those that went into others they
/// spoke: a project is written once, and a name that was spoken is nobody else's.
struct Claims: Sendable {
  /// A project as a row may mean it: as itself, or under the name of one that went into it.
  struct Candidate: Hashable, Sendable {
    let project: ProjectID
    /// The one that went, where its sender's words of it stand apart.
    let gone: ProjectID?
  }

  /// The row that each project was written from.
  var taken: [ProjectID: Int] = [:]
  /// Those that went, as which rows spoke.
  var spoken: Set<ProjectID> = []
  let merged: MergedNames

  /// Whether a row may still be about a candidate.
  func isFree(_ candidate: Candidate) -> Bool {
    candidate.gone.map { !spoken.contains($0) } ?? (taken[candidate.project] == nil)
  }

  /// Whether a row that is the same as a candidate is written onto its project, as far as rows before it
  /// leave that free. Under the name of one that went that is for a person to say, except where the sender
  /// never spoke of the one that stays.
  func mayWrite(_ candidate: Candidate) -> Bool {
    taken[candidate.project] == nil && candidate.gone.map(merged.isOnly) ?? true
  }
}
