package import Ledger

/// The projects of the ledger by their numbers.
package struct KnownDirectory: Sendable {
  private let roll: KnownRoll

  /// Takes projects in the order of their numbers.
  package init(_ roll: KnownRoll) { self.roll = roll }

  /// All of them, in the order of their numbers.
  package var all: [KnownProject] { (0..<roll.count).map { roll[$0] } }

  /// Whether there is a project of a number.
  package func contains(_ id: ProjectID) -> Bool { roll.ids.position(of: id) != nil }

  /// The project of a number; nil when there is none.
  package subscript(id: ProjectID) -> KnownProject? {
    roll.ids.position(of: id).map { roll[$0] }
  }
}
