package import Ledger

/// An error about two projects that an act merges or splits: facts only.
package enum PairError: Error, Hashable, Sendable {
  /// Both names mean one project, but two are required.
  case oneProject(ProjectID)
  /// A package that would be a part of itself.
  case partOfItself(ProjectID)
  /// A package that is itself a part of another.
  case packageIsPart(ProjectID, of: String)
  /// A part that has parts.
  case partIsPackage(ProjectID)
  /// A part that belongs to another package.
  case partOfOther(ProjectID, package: String)
  /// A project that is not a part of the package.
  case notPartOf(ProjectID, package: String)
}
