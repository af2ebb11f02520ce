package import Ledger

/// What is wrong with two projects that an act puts together, or takes apart: facts only.
package enum PairError: Error, Hashable, Sendable {
  /// Two names of one project, where two projects are asked for.
  case oneProject(ProjectID)
  /// A package that would be a part of itself.
  case partOfItself(ProjectID)
  /// A package that is itself a part of another.
  case packageIsPart(ProjectID, of: String)
  /// A part that has parts.
  case partIsPackage(ProjectID)
  /// A part that belongs to another package.
  case partOfOther(ProjectID, package: String)
  /// Not a part of the package it would be taken out of.
  case notPartOf(ProjectID, package: String)
}
