/// What becomes of a ledger's entries when a backup takes its place: both begin with the same ones, as far
/// as they are two states of one ledger.
package struct RestoreEffect: Hashable, Sendable {
  /// How many entries the ledger has: none where there is no ledger, nil where it is too damaged to tell.
  package let standing: Int?
  /// How many entries the two begin with alike.
  package let shared: Int
  /// How many entries the backup has.
  package let backup: Int

  package init(standing: Int?, shared: Int, backup: Int) {
    self.standing = standing
    self.shared = shared
    self.backup = backup
  }

  /// Compares the hashes of entries, in order.
  init(standing: [String]?, backup: [String]) {
    self.init(
      standing: standing?.count,
      shared: zip(standing ?? [], backup).prefix { $0 == $1 }.count, backup: backup.count)
  }

  /// How many entries of the ledger go.
  package var lost: Int { (standing ?? 0) - shared }
  /// How many come that the ledger lacks.
  package var gained: Int { backup - shared }
}
