/// A copy of a backup beside the ledger that it is to replace. Everything is tried on the copy, so that the backup
/// stays unchanged. The ledger is locked against writers until `end`.
package protocol Replacement: AnyObject {
  /// Whether there is a ledger to replace.
  var replacesLedger: Bool { get }
  /// Whether the backup is shorter than its header states; its log may hold the missing pages.
  var isTruncated: Bool { get }
  /// Whether it is truncated and has no log: then even a readable copy is incomplete.
  var lacksItsEnd: Bool { get }

  /// Opens the copy, which no other process knows.
  func open() throws -> any Database

  /// Runs queries on the ledger that is to be replaced; nil if it is too damaged.
  func askStanding<T>(_ body: (any Connection) throws -> T) throws -> T?

  /// Moves the copy into the ledger's place, in one step. Returns the path under which the replaced ledger is kept,
  /// named for its number of entries if that is known; nil if there was none. Throws `busy` if the ledger is open
  /// elsewhere.
  func moveIn(standingEntries: Int?) throws -> String?

  /// Removes the copy that was moved in, and restores the previous ledger from `kept`.
  func takeBack(kept: String?) throws

  /// Removes a copy that was not moved in, and releases the lock.
  func end()
}
