import Ledger

/// The rows of a scan, as columns in memory.
struct ColumnRows {
  let state: ColumnState
  let coders: [FacetCoder]
  let figures: FigureColumn
  let investment: NumberColumn
  private let codes: [FacetColumn]
  private let judges: [HeldJudge]
  /// A flag for each row that the counting basis excludes; nil if there are none.
  private let uncounted: [Bool]?

  /// The rows that pass, in order, and those that fail by one property alone.
  struct Passing {
    var places: [Int32] = []
    /// By property of the facets.
    var failing: [[Int32]]
    /// The number of passing rows that the counting basis excludes.
    var leftOut = 0
  }

  /// The rows to return.
  enum Wanted {
    case passing
    /// Also the rows that fail by one property alone, which facets count.
    case counted
  }

  init(_ state: ColumnState, _ question: RowQuestion) throws {
    self.state = state
    let session = question.context.session
    let reader = question.figures
    let shapes = question.values.map(FacetShape.init)
    try state.load(
      shapes.map { shape in (.facet(shape), { FacetColumn(shape, count: $0) }) } + [
        (
          .figures(year: reader.year, through: reader.through),
          { FigureColumn(reader, count: $0) }
        ),
        (
          .number(.integer(.totalInvestment)),
          { NumberColumn(.integer(.totalInvestment), count: $0) }
        ),
      ], session)
    let codes = try shapes.map { shape in
      try state.column(.facet(shape), session) { FacetColumn(shape, count: $0) }
    }
    self.codes = codes
    var query = try ScanQuery([], session)
    coders = try zip(question.values, codes).map { values, column in
      try question.context.coder(
        of: values, column.coder.map(FacetNumbers.of) ?? .fresh(among: nil), &query)
    }
    figures = try state.column(.figures(year: reader.year, through: reader.through), session) {
      FigureColumn(reader, count: $0)
    }
    investment = try state.number(.integer(.totalInvestment), session)
    judges = try HeldJudge.judges(question, state)
    uncounted =
      question.scope == .all
      ? nil
      : try state.uncounted(question.filter.counting, ended: question.ended, session)
  }

  /// All columns that are read.
  var columns: [KeptColumn] { codes + [figures, investment] + judges.map(\.column) }

  func code(_ facet: Int, at place: Int) -> Int { Int(codes[facet].codes[place]) }

  /// Evaluates the facet properties for all rows, column by column, then the other conditions for the few that are
  /// left.
  func rows(_ wanted: Wanted, judgedBy judged: [Int]) -> Passing {
    let failing = failing(judged)
    var left = Self.places(wanted, failing)
    for judge in judges { judge.narrow(&left) }
    var passing = Passing(failing: Array(repeating: [], count: codes.count))
    for row in left {
      let place = Int(row)
      let bits = failing[place]
      if let uncounted, uncounted[place] {
        if bits == 0 { passing.leftOut += 1 }
      } else if bits == 0 {
        passing.places.append(row)
      } else {
        passing.failing[bits.trailingZeroBitCount].append(row)
      }
    }
    return passing
  }

  /// The properties by which each row fails: bit n for the property with index n.
  private func failing(_ judged: [Int]) -> [UInt16] {
    var failing = [UInt16](repeating: 0, count: state.ids.count)
    for facet in judged {
      let coder = coders[facet]
      let own = 1 << UInt16(facet) as UInt16
      let bits = (0..<codes[facet].limit).map { coder.passes($0) ? 0 : own }
      codes[facet].mark(bits, in: &failing)
    }
    return failing
  }

  /// The indices of the wanted rows.
  private static func places(_ wanted: Wanted, _ failing: [UInt16]) -> [Int32] {
    // `bits & (bits - 1)` is zero if at most one bit is set.
    let less: UInt16 = wanted == .counted ? 1 : 0
    return Array(unsafeUninitializedCapacity: failing.count) { places, count in
      for place in failing.indices {
        // Always written and only counted if it is wanted, so that the loop has no branch.
        places[count] = Int32(truncatingIfNeeded: place)
        let bits = failing[place]
        count += bits & (bits &- less) == 0 ? 1 : 0
      }
    }
  }

  /// Counts rows in one facet: those that pass, and those that fail by it alone.
  func count(_ passing: Passing, _ facet: Int, in counter: inout FacetCounter) {
    let column = codes[facet]
    let (numbers, sums) = (column.codes, investment.values)
    let codes = numbers.span
    let money = sums.span
    counter.add(to: facet, below: column.limit) { tallies, first in
      for places in [passing.places, passing.failing[facet]] {
        for row in places {
          let place = Int(row)
          tallies[first + Int(codes[place])].add(money[place])
        }
      }
    }
  }
}
