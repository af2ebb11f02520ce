package import Ledger
import Machine

/// The projects of the ledger, to be found by number, by code, by name, and by names that are much alike.
///
/// One that was merged into another still means that one: it is found by what it was recognised by, under the
/// number of the one that stays.
package struct KnownIndex: Sendable {
  /// First those that were merged, then those that the ledger holds, in the order of their numbers.
  private let roll: PackedProjects
  private let standing: Range<Int>
  private let byCode: HashedPlaces
  private let byName: HashedPlaces

  /// Takes projects in the order of their numbers, and what was merged into some of them: each with its own
  /// number, and that of the project it means.
  package init(
    _ projects: PackedProjects, merged: [(id: ProjectID, known: KnownProject)] = []
  ) {
    standing = merged.count..<(merged.count + projects.count)
    let roll = merged.isEmpty ? projects : PackedProjects(gone: merged).appending(projects)
    self.roll = roll
    byCode = HashedPlaces(roll.count) { roll.hashOfCode(at: $0) }
    byName = HashedPlaces(roll.count) { roll.nameKey(at: $0).hash }
  }

  /// Whether there is no project at all.
  var isEmpty: Bool { roll.count == 0 }

  /// All that the ledger holds, in the order of their numbers.
  package var all: [KnownProject] { standing.map { roll[$0] } }

  /// Whether the ledger holds a project of a number.
  package func contains(_ id: ProjectID) -> Bool { position(of: id) != nil }

  /// The project of a number; nil when there is none.
  package subscript(id: ProjectID) -> KnownProject? { position(of: id).map { roll[$0] } }

  private func position(of id: ProjectID) -> Int? { roll.ids[standing].position(of: id) }

  /// The places of the projects that may be one of some rows', in order: those of a row's code, or a slip
  /// away from it, or of its name, and those whose names share enough with a row's; all where so many rows
  /// ask that most are.
  func places(near rows: [KnownProject], watch: () throws -> Void) throws -> [Int] {
    if rows.count > roll.count / NearProjects.share { return Array(roll.ids.indices) }
    let near = NearProjects(rows)
    let parts = Cores.parts(of: roll.ids.indices, least: 4_096, cores: .max)
    let found = try Cores.map(parts, making: {}, watch: { _, _ in try watch() }) {
      [roll] _, part, watch in try near.places(in: part, of: roll, watch: watch)
    }
    var places = Set(found.joined())
    for row in rows {
      for code in row.code.map(CodeSlips.codes) ?? [] { places.formUnion(positions(code: code)) }
      places.formUnion(positions(named: row))
    }
    return places.sorted()
  }

  /// Some of them by what makes one a row's, for rows that neither code nor name places; a place among
  /// those is one of `Lookalikes`.
  func lookalikes(
    at places: [Int], _ judge: IdentityJudge, watch: () throws -> Void
  ) throws -> Lookalikes {
    try Lookalikes(places.count, { [roll] in roll[places[$0]] }, judge: judge, watch: watch)
  }

  /// The number of the project at a place.
  func id(at place: Int) -> ProjectID { roll.ids[place] }

  /// What a row means that is about the project at a place.
  func candidate(at place: Int, _ merged: MergedNames) -> Claims.Candidate {
    let gone = place < roll.gone.count ? roll.gone[place] : nil
    return Claims.Candidate(
      project: id(at: place), gone: gone.flatMap { merged.standsApart($0) ? $0 : nil })
  }

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
