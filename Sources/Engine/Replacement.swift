/// A copy of a backup beside the ledger that it is to replace: everything is tried on the copy, so that
/// the backup stays as it is. Writers are kept from the ledger until `end`.
package protocol Replacement: AnyObject {
  /// Whether there is a ledger in the place.
  var replacesLedger: Bool { get }
  /// Whether the backup ends earlier than it says itself; what is missing may stand beside it.
  var isTruncated: Bool { get }
  /// The same where nothing stands beside it: then even a copy that can be read is none of all of it.
  var lacksItsEnd: Bool { get }

  /// Opens the copy, of which nobody else knows.
  func open() throws -> any Database

  /// Asks the ledger that is to be replaced; nil when it is too damaged to answer.
  func askStanding<T>(_ body: (any Connection) throws -> T) throws -> T?

  /// Lets the copy take the ledger's place, in one step. Returns where the ledger is kept that stood
  /// there, named for how many entries it has, if it can tell; nil when there was none. Throws `busy` when
  /// somebody has it open.
  func moveIn(standingEntries: Int?) throws -> String?

  /// Takes out again what was moved in, and puts what stood there back from where it is kept.
  func takeBack(kept: String?) throws

  /// Removes what was not moved in, and lets writers in again.
  func end()
}
