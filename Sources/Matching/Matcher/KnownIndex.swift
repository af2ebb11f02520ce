package import Ledger
import Machine

/// The projects of the ledger, indexed by number, by code, by name, and by similar names.
///
/// A merged project still stands for the surviving one: it is found by its own identity, with the number of the
/// surviving project.
package struct KnownIndex: Sendable {
  /// First the merged projects, then those of the ledger, in the order of their numbers.
  private let roll: PackedProjects
  private let standing: Range<Int>
  private let byCode: HashIndex
  private let byName: HashIndex

  /// Takes projects in the order of their numbers, and the merged ones: each with its own number, and in `known` the
  /// number of the surviving project.
  package init(
    _ projects: PackedProjects, merged: [(id: ProjectID, known: KnownProject)] = []
  ) {
    standing = merged.count..<(merged.count + projects.count)
    let roll = merged.isEmpty ? projects : PackedProjects(gone: merged).appending(projects)
    self.roll = roll
    byCode = HashIndex(roll.count) { roll.hashOfCode(at: $0) }
    byName = HashIndex(roll.count) { roll.nameKey(at: $0).hash }
  }

  /// Whether there are no projects.
  var isEmpty: Bool { roll.count == 0 }

  /// All projects of the ledger, in the order of their numbers.
  package var all: [KnownProject] { standing.map { roll[$0] } }

  /// Whether the ledger has a project with this number.
  package func contains(_ id: ProjectID) -> Bool { position(of: id) != nil }

  /// The project with this number; nil if there is none.
  package subscript(id: ProjectID) -> KnownProject? { position(of: id).map { roll[$0] } }

  private func position(of id: ProjectID) -> Int? { roll.ids[standing].position(of: id) }

  /// The positions, in order, of the projects that may match some rows: by the same code, or one a slip away, by the
  /// same name, or by similar names; all positions if there are so many rows that most would be included.
  func places(near rows: [KnownProject], watch: () throws -> Void) throws -> [Int] {
    if rows.count > roll.count / CandidateFilter.share { return Array(roll.ids.indices) }
    let near = CandidateFilter(rows)
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

  /// An index of the projects at some positions, for rows that neither code nor name identifies. Its places are indices
  /// into `places`.
  func lookalikes(
    at places: [Int], _ judge: IdentityJudge, watch: () throws -> Void
  ) throws -> SimilarityIndex {
    try SimilarityIndex(places.count, { [roll] in roll[places[$0]] }, judge: judge, watch: watch)
  }

  /// The number of the project at a position.
  func id(at place: Int) -> ProjectID { roll.ids[place] }

  /// The candidate that a row about the project at a position means.
  func candidate(at place: Int, _ merged: MergedNames) -> Claims.Candidate {
    let gone = place < roll.gone.count ? roll.gone[place] : nil
    return Claims.Candidate(
      project: id(at: place), gone: gone.flatMap { merged.standsApart($0) ? $0 : nil })
  }

  /// The positions of the projects with a code; a list may have brought one code twice.
  func positions(code: String) -> [Int] {
    byCode.all(of: ByteHash.of(code)) { roll.hasCode(code, at: $0) }
  }

  func projects(code: String) -> [KnownProject] { positions(code: code).map { roll[$0] } }

  /// The projects with a row's name.
  func projects(named row: KnownProject) -> [KnownProject] {
    positions(named: row).map { roll[$0] }
  }

  private func positions(named row: KnownProject) -> [Int] {
    byName.all(of: row.nameKey.hash) { place in
      roll.hasName(row.name, at: place) || roll.nameKey(at: place) == row.nameKey
    }
  }
}
