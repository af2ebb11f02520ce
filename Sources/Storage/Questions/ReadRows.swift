import Engine
import Ledger

/// The rows of a scan that are read from the balance.
struct ReadRows {
  /// The statement for all rows; it also reads the sort values.
  var query: ScanQuery
  let coders: [FacetCoder]
  let conditions: ScanConditions
  /// The filter's conditions that SQL cannot evaluate.
  let judges: [any RowJudge]
  /// The projects that the counting basis excludes.
  let uncounted: Set<ProjectID>
  /// The statement at the current row.
  private(set) var statement: (any Statement)?

  init(_ question: RowQuestion) throws {
    let session = question.context.session
    var query = try ScanQuery(question.restrictions, session)
    let judged = question.restrictions.filter(\.isJudgedByRow)
    if judged.isEmpty {
      judges = []
    } else {
      let measure = try question.measure()
      judges = judged.compactMap { $0.judge(measure, year: question.figures.year, &query) }
    }
    var coders: [FacetCoder] = []
    for values in question.values {
      // Registers are counted only for projects that match the chains of the filter.
      coders.append(
        try question.context.coder(
          of: values, .fresh(among: coders.first?.condition), &query))
    }
    self.coders = coders
    self.query = query
    conditions = ScanConditions(coders)
    uncounted =
      question.scope == .all
      ? [] : try Packages.uncounted(question.filter.counting, ended: question.ended, session)
  }

  func standing(at statement: any Statement) -> Self {
    var rows = self
    rows.statement = statement
    return rows
  }
}
