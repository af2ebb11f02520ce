import Ledger
import Machine

/// Counts and sums of the rows before chosen row numbers: those of any range between two are a
/// difference, however many ranges there are and however they overlap.
///
/// Parts of packages are left out.
struct RunningSums {
  /// The number of projects in some rows, and their sum of each field.
  struct Sums {
    var count = 0
    var amounts: [Int128]

    static func + (one: Sums, other: Sums) -> Sums {
      Sums(count: one.count + other.count, amounts: zip(one.amounts, other.amounts).map { $0 + $1 })
    }

    static func - (one: Sums, other: Sums) -> Sums {
      Sums(count: one.count - other.count, amounts: zip(one.amounts, other.amounts).map { $0 - $1 })
    }
  }

  private let bounds: [Int]
  private var before: [Sums] = []
  /// The sums of all rows.
  private(set) var all: Sums

  /// Adds up rows in ascending order.
  init(of rows: some Sequence<ParsedRow>, _ keys: [FieldKey], at bounds: Set<Int>) {
    self.bounds = bounds.sorted()
    all = Sums(amounts: keys.map { _ in 0 })
    for row in rows {
      while before.count < bounds.count, row.number >= self.bounds[before.count] {
        before.append(all)
      }
      if row.isPart { continue }
      all.count += 1
      for (index, key) in keys.enumerated() {
        if let amount = row[key]?.amount { all.amounts[index] += Int128(amount) }
      }
    }
  }

  /// The sums of the rows from one bound up to, not including, another.
  subscript(_ rows: Range<Int>) -> Sums {
    sums(before: rows.upperBound) - sums(before: rows.lowerBound)
  }

  private func sums(before row: Int) -> Sums {
    let place = bounds.indices.first(from: { bounds[$0] >= row })
    return place < before.count ? before[place] : all
  }
}
