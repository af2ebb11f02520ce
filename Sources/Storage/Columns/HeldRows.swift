import Ledger

/// The rows of a scan that are columns in memory.
struct HeldRows {
  let state: ColumnState
  let coders: [FacetCoder]
  let figures: FigureColumn
  let investment: NumberColumn
  private let codes: [FacetColumn]
  private let judges: [HeldJudge]
  /// What the counting basis leaves out; nil for nothing.
  private let uncounted: [Bool]?

  /// Which rows pass, and which fail by what.
  struct Passing {
    /// The properties by which each row is not part of the answer: bit n is the one at place n; all bits
    /// of what no facet counts.
    var failing: [UInt16]
    /// How many that would pass the counting basis leaves out.
    var leftOut = 0
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

  func code(_ facet: Int, at place: Int) -> Int { Int(codes[facet].codes[place]) }

  /// Judges all rows, column by column.
  func passing(_ judged: [Int]) -> Passing {
    var failing = [UInt16](repeating: 0, count: state.ids.count)
    for facet in judged {
      let coder = coders[facet]
      let own = 1 << UInt16(facet) as UInt16
      let bits = (0..<codes[facet].limit).map { coder.passes($0) ? 0 : own }
      codes[facet].mark(bits, in: &failing)
    }
    for judge in judges { judge.mark(&failing) }
    var leftOut = 0
    if let uncounted {
      for place in failing.indices where uncounted[place] {
        if failing[place] == 0 { leftOut += 1 }
        failing[place] = .max
      }
    }
    return Passing(failing: failing, leftOut: leftOut)
  }

  /// Counts rows in one facet: those that pass, and those that fail by it alone.
  func count(_ passing: Passing, _ facet: Int, in counter: inout FacetCounter) {
    let column = codes[facet]
    let (numbers, sums) = (column.codes, investment.values)
    let codes = numbers.span
    let money = sums.span
    let failing = passing.failing.span
    let own = 1 << UInt16(facet) as UInt16
    counter.add(to: facet, below: column.limit) { tallies, first in
      for place in failing.indices where failing[place] == 0 || failing[place] == own {
        tallies[first + Int(codes[place])].add(money[place])
      }
    }
  }
}
