import Ledger
import Machine

/// Which projects of the ledger `Lookalikes` need be made of where only some rows ask: those that share
/// with one of them what it asks for. A look at pairs of characters is far cheaper than taking a name
/// apart, so three new rows among a hundred thousand projects do not pay for all of these.
struct NearProjects: Sendable {
  /// The rows that have each pair of characters.
  private var rows: [[Int32]] = Array(repeating: [], count: 1 << 16)
  /// How many pairs of characters each row has.
  private var sizes: [Int] = []

  /// With more rows than one for so many projects, most are near to one of them.
  static let share = 16

  init(_ asking: [KnownProject]) {
    for row in asking {
      let grams = row.nameKey.grams
      for gram in grams { rows[Int(gram)].append(Int32(sizes.count)) }
      sizes.append(grams.count)
    }
  }

  /// The places, in order, of those near to a row.
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
        let least = Lookalikes.least(shared: grams.count, sizes[Int(row)])
        if Int(counts[Int(row)]) >= least { return true }
      }
    }
    return false
  }
}
