import Ledger
import Machine

/// A filter for the projects that `SimilarityIndex` needs when only some rows are matched: those that share enough character
/// pairs with one of them. Comparing character pairs is far cheaper than parsing a name, so three new rows among a
/// hundred thousand projects do not pay for parsing them all.
struct CandidateFilter: Sendable {
  /// The rows that contain each character pair.
  private var rows: [[Int32]] = Array(repeating: [], count: 1 << 16)
  /// The number of character pairs of each row.
  private var sizes: [Int] = []

  /// With more than one row per this many projects, most projects are near to some row.
  static let share = 16

  init(_ asking: [KnownProject]) {
    for row in asking {
      let grams = row.nameKey.grams
      for gram in grams { rows[Int(gram)].append(Int32(sizes.count)) }
      sizes.append(grams.count)
    }
  }

  /// The places, in order, of the projects near to a row.
  func places(
    in part: Range<Int>, of known: PackedProjects, watch: (Int) throws -> Void
  ) throws -> [Int] {
    var counts = [UInt16](repeating: 0, count: sizes.count)
    var places: [Int] = []
    for place in part {
      if place % 1_024 == 0 { try watch(place) }
      if isNear(known.nameKey(at: place).grams, &counts) { places.append(place) }
    }
    return places
  }

  private func isNear(_ grams: [UInt16], _ counts: inout [UInt16]) -> Bool {
    defer { for gram in grams { for row in rows[Int(gram)] { counts[Int(row)] = 0 } } }
    for gram in grams {
      for row in rows[Int(gram)] {
        counts[Int(row)] += 1
        let least = SimilarityIndex.least(shared: grams.count, sizes[Int(row)])
        if Int(counts[Int(row)]) >= least { return true }
      }
    }
    return false
  }
}
