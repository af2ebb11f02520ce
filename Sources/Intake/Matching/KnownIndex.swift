import Ledger
import Machine

/// The projects of the ledger, to be found by code, by name, and by names that are much alike.
struct KnownIndex: Sendable {
  private let roll: KnownRoll
  private let byCode: HashedPlaces
  private let byName: HashedPlaces

  init(_ roll: KnownRoll) {
    self.roll = roll
    byCode = HashedPlaces(roll.count) { roll.hashOfCode(at: $0) }
    byName = HashedPlaces(roll.count) { roll.nameKey(at: $0).hash }
  }

  var isEmpty: Bool { roll.count == 0 }

  /// All of them by what makes one a row's, for rows that neither code nor name places.
  func lookalikes(_ judge: IdentityJudge, watch: () throws -> Void) throws -> Lookalikes {
    try Lookalikes(roll.count, { [roll] in roll[$0] }, judge: judge, watch: watch)
  }

  /// The number of the project at a place.
  func id(at place: Int) -> ProjectID { roll.ids[place] }

  /// Where the projects of a code stand; a list may have brought one code twice.
  func positions(code: String) -> [Int] {
    byCode.all(of: ByteHash.of(code)) { roll.hasCode(code, at: $0) }
  }

  func projects(code: String) -> [KnownProject] { positions(code: code).map { roll[$0] } }

  /// The projects of a row's name.
  func projects(named row: KnownProject) -> [KnownProject] {
    positions(named: row).map { roll[$0] }
  }

  private func positions(named row: KnownProject) -> [Int] {
    byName.all(of: row.nameKey.hash) { place in
      roll.hasName(row.name, at: place) || roll.nameKey(at: place) == row.nameKey
    }
  }
}
