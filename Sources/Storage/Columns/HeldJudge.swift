import Engine
import Ledger

/// A condition of a filter besides facets, evaluated on columns in memory. Simple comparisons are made here; all
/// others use a flag that was computed once per project as in a table scan.
enum HeldJudge {
  case atLeast(NumberColumn, Int64)
  case atMost(NumberColumn, Int64)
  case figures(FigureColumn, any FigureJudge)
  case light(LightColumn, Set<LightRule.Light>)
  case passes(PassColumn)

  /// The conditions of a question.
  static func judges(_ question: RowQuestion, _ state: ColumnState) throws -> [HeldJudge] {
    if question.restrictions.isEmpty { return [] }
    let session = question.context.session
    let figures = question.figures
    let measure = try question.measure()
    return try question.restrictions.map { restriction in
      switch restriction {
      case .atLeast(let field, let least):
        return .atLeast(try state.number(.integer(field), session), least.fen)
      case .atMost(let field, let most):
        return .atMost(try state.number(.integer(field), session), most.fen)
      case .updatedSince(let day):
        return .atLeast(
          try state.number(.revision, session), try AsOf.firstRevision(since: day, session))
      case .rateBelow(let share):
        return .figures(try state.figures(figures, session), RateJudge(below: share))
      case .sum(let reach):
        return .figures(
          try state.figures(figures, session), SumJudge(reach, year: figures.year))
      case .light(let lights):
        return .light(try state.lights(measure, figures, session), lights)
      case .holds, .has, .missing, .within, .names, .due, .starts, .reach:
        let key = ColumnKey.passes(restriction, year: figures.year, through: figures.through)
        return .passes(
          try state.column(key, session) {
            PassColumn(restriction, measure, figures, count: $0)
          })
      }
    }
  }

  /// The column that the condition reads.
  var column: KeptColumn {
    switch self {
    case .atLeast(let column, _), .atMost(let column, _): column
    case .figures(let column, _): column
    case .light(let column, _): column
    case .passes(let column): column
    }
  }

  /// Keeps the rows that pass, given as indices.
  func narrow(_ rows: inout [Int32]) {
    switch self {
    case .atLeast(let column, let least):
      let (values, isKnown) = (column.values, column.isKnown)
      Self.keep(&rows) { values[$0] >= least && isKnown[$0] }
    case .atMost(let column, let most):
      let (values, isKnown) = (column.values, column.isKnown)
      Self.keep(&rows) { values[$0] <= most && isKnown[$0] }
    case .figures(let column, let judge): Self.keep(&rows) { judge.passes(column[$0]) }
    case .light(let column, let lights):
      let asked = Set(lights.map(LightColumn.number))
      let passing = (0...UInt8.max).map(asked.contains)
      let numbers = column.lights
      Self.keep(&rows) { passing[Int(numbers[$0])] }
    case .passes(let column):
      let answers = column.passes
      Self.keep(&rows) { answers[$0] }
    }
  }

  private static func keep(_ rows: inout [Int32], where passes: (Int) -> Bool) {
    var kept = 0
    for place in rows.indices where passes(Int(rows[place])) {
      rows[kept] = rows[place]
      kept += 1
    }
    rows.removeLast(rows.count - kept)
  }
}

extension ColumnState {
  /// The column of a number by which projects are compared.
  func number(_ source: SortKey.Source, _ session: Session) throws -> NumberColumn {
    try column(.number(source), session) { NumberColumn(source, count: $0) }
  }

  /// The column of the figures of a year.
  func figures(_ figures: FigureReader, _ session: Session) throws -> FigureColumn {
    let key = ColumnKey.figures(year: figures.year, through: figures.through)
    return try column(key, session) { FigureColumn(figures, count: $0) }
  }

  /// The column of status lights for a measure.
  func lights(
    _ measure: LightMeasure, _ figures: FigureReader, _ session: Session
  ) throws -> LightColumn {
    let key = ColumnKey.light(
      year: figures.year, month: measure.month, through: figures.through, day: measure.day)
    return try column(key, session) { LightColumn(measure, figures, count: $0) }
  }
}
