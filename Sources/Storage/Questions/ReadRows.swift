import Engine
import Ledger

/// The rows of a scan that are read from the balance.
struct ReadRows {
  /// The statement that meets all rows; what is sorted by is read by it too.
  var query: ScanQuery
  let coders: [FacetCoder]
  let conditions: ScanConditions
  /// What the filter asks beside, which SQL cannot judge.
  let judges: [any RowJudge]
  /// The projects that the counting basis leaves out.
  let uncounted: Set<ProjectID>
  /// The statement that stands at the row which is visited.
  private(set) var statement: (any Statement)?

  init(_ question: RowQuestion) throws {
    let session = question.context.session
    var query = try ScanQuery(question.restrictions, session)
    let judged = question.restrictions.filter(\.isJudgedByRow)
    if judged.isEmpty {
      judges = []
    } else {
      let measure = try question.measure()
      judges = judged.compactMap { $0.judge(measure, &query) }
    }
    var coders: [FacetCoder] = []
    for values in question.values {
      // Registers are counted of projects that pass what is asked of chains.
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
