/// The effect of a restore on a ledger's entries. Two states of one ledger begin with the same entries.
package struct RestoreEffect: Hashable, Sendable {
  /// The number of entries of the ledger: 0 if there is none, nil if it is too damaged to tell.
  package let standing: Int?
  /// The number of entries that both begin with.
  package let shared: Int
  /// The number of entries of the backup.
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

  /// The number of entries that the ledger loses.
  package var lost: Int { (standing ?? 0) - shared }
  /// The number of entries that the ledger gains.
  package var gained: Int { backup - shared }
}
