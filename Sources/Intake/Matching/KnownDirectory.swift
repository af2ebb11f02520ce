package import Ledger

/// The projects of the ledger by their numbers.
package struct KnownDirectory: Sendable {
  /// In the order of their numbers.
  package let all: [KnownProject]
  private let ids: [ProjectID]

  /// Takes projects in the order of their numbers.
  package init(_ all: [KnownProject]) {
    self.all = all
    ids = all.map(\.id)
  }

  /// The project of a number; nil when there is none.
  package subscript(id: ProjectID) -> KnownProject? {
    ids.position(of: id).map { all[$0] }
  }
}
