import Engine
import Ledger

/// One pass over the balance, which answers every question that counts.
///
/// A full scan of a narrow table takes about as long as an index for a filter that keeps a tenth, and it counts all
/// facets at once: a row that fails by one property alone still counts in that property's facet. For an open ledger
/// the rows are columns in memory.
struct Scan {
  let catalogue: Catalogue
  let items: ItemNumbers
  /// The coders of the facet properties, in the order of `FilterProperty.facets`.
  let coders: [FacetCoder]
  /// The number of projects that pass the filter but are excluded by the counting basis.
  var leftOut = 0
  /// The source of the rows.
  var rows: Rows
  private var figures: FigureReader
  private let filter: ProjectFilter
  /// The indices of the properties in the filter, and of those that can exclude rows.
  private let asked: [Int]
  let judged: [Int]
  /// Whether a code passes, by property and code.
  private var passing = Array(repeating: [Bool](), count: FilterProperty.facets.count)

  /// How projects that the counting basis excludes are treated.
  enum Scope {
    /// They are left out.
    case counted
    /// They are included, for a list of all rows.
    case all
  }

  /// The source of a scan's rows.
  enum Rows {
    case read(ReadRows)
    case held(ColumnRows)
  }

  init(_ filter: ProjectFilter, scope: Scope, _ session: Session) throws {
    self.filter = filter
    let held = try session.columns?.state(session)
    let question = try RowQuestion(filter, scope: scope, held, session)
    (catalogue, items) = (question.context.catalogue, question.context.items)
    figures = question.figures
    (asked, judged) = (question.asked, question.judged)
    if let held {
      let columns = try ColumnRows(held, question)
      (coders, rows) = (columns.coders, .held(columns))
    } else {
      let statement = try ReadRows(question)
      (coders, rows) = (statement.coders, .read(statement))
    }
  }

  /// The year of the plan and done figures.
  var year: Int? { figures.year }

  /// The index of a property among the facets.
  static func place(of property: FilterProperty) -> Int {
    FilterProperty.facets.firstIndex(of: property) ?? 0
  }

  /// Visits the rows that pass the filter.
  mutating func run(
    _ session: Session, visit: (inout Scan, borrowing ScannedRow) throws -> Void
  ) throws {
    switch rows {
    case .held(let rows): try pass(rows.rows(.passing, judgedBy: judged), visit)
    case .read:
      try pass(session) { scan, row, failing in if failing == 0 { try visit(&scan, row) } }
    }
  }

  /// The same, and counts these rows in all facets, and rows that fail by one property alone in that property's: a
  /// facet ignores its own filter.
  mutating func run(
    _ session: Session, counting facets: inout FacetCounter,
    visit: (inout Scan, borrowing ScannedRow) throws -> Void = { _, _ in }
  ) throws {
    switch rows {
    case .held(let rows):
      let passing = rows.rows(.counted, judgedBy: judged)
      for facet in coders.indices { rows.count(passing, facet, in: &facets) }
      try pass(passing, visit)
    case .read(let rows):
      try pass(session) { scan, row, failing in
        facets.add(row, failing: failing)
        if failing == 0 { try visit(&scan, row) }
      }
      if !rows.query.isSearch { try countFailing(rows, in: &facets, session) }
    }
  }

  private mutating func pass(
    _ passing: ColumnRows.Passing, _ visit: (inout Scan, borrowing ScannedRow) throws -> Void
  ) throws {
    guard case .held(let rows) = rows else { return }
    leftOut += passing.leftOut
    let (ids, investment, figures) = (rows.state.ids, rows.investment, rows.figures)
    var row = ScannedRow()
    for number in passing.places {
      let place = Int(number)
      row.place = place
      row.id = ids[place]
      row.investment = investment[place] ?? 0
      row.figures = figures[place]
      try visit(&self, row)
    }
  }

  private mutating func pass(
    _ session: Session,
    visit: (inout Scan, borrowing ScannedRow, _ failing: UInt16) throws -> Void
  ) throws {
    guard case .read(let rows) = rows else { return }
    // A search leaves few rows: all of them are read and tested here.
    try pass(
      rows.query.isSearch ? rows.query : rows.query.narrowed(by: rows.conditions.all()),
      Array(coders.indices), session, visit: visit)
  }

  /// Counts the rows that fail by one property alone, which SQL has excluded.
  private mutating func countFailing(
    _ rows: ReadRows, in facets: inout FacetCounter, _ session: Session
  ) throws {
    let (chain, condition) = (Self.place(of: .chain), Self.place(of: .condition))
    let conditions = rows.conditions
    if asked == [chain], conditions.facets == [chain], rows.uncounted.isEmpty, rows.query.isPlain,
      rows.judges.isEmpty, let tallies = try ChainTallies.read(items, session)
    {
      var row = ScannedRow()
      for tally in tallies {
        row.codes[chain] = tally.chain
        row.codes[condition] = tally.condition
        guard failing(row) == 1 << UInt16(chain) else { continue }
        facets.add(Tally(count: tally.count, fen: tally.fen), at: tally.chain, failing: chain)
      }
      return
    }
    for facet in conditions.facets {
      let read = Set(judged).union([facet]).sorted()
      let query = rows.query.narrowed(by: conditions.failing(facet))
        .reading(Set(read.flatMap { coders[$0].columns } + rows.judges.flatMap(\.columns)))
      try pass(query, read, session) { _, row, failing in facets.add(row, failing: failing) }
    }
  }

  private mutating func pass(
    _ query: ScanQuery, _ read: [Int], _ session: Session,
    visit: (inout Scan, borrowing ScannedRow, _ failing: UInt16) throws -> Void
  ) throws {
    guard case .read(let rows) = rows else { return }
    let statement = try query.statement(session)
    self.rows = .read(rows.standing(at: statement))
    // The scan owns its coders, so no row needs to retain them.
    let reading = read.map { (place: $0, coder: Unmanaged.passUnretained(coders[$0])) }
    let (judges, uncounted) = (rows.judges, rows.uncounted)
    var row = ScannedRow()
    while try statement.step() {
      row.id = statement.int64(ScanQuery.Column.id)
      row.investment = statement.int64(ScanQuery.Column.investment)
      for facet in reading {
        row.codes[facet.place] = try facet.coder._withUnsafeGuaranteedRef { try $0.code(statement) }
      }
      let failing = failing(row)
      guard failing & (failing &- 1) == 0 else { continue }
      if !judges.isEmpty, try !judges.allSatisfy({ try $0.passes(statement, &figures) }) {
        continue
      }
      if !uncounted.isEmpty, uncounted.contains(row.id) {
        if failing == 0 { leftOut += 1 }
        continue
      }
      try visit(&self, row, failing)
    }
  }

  /// The properties by which a row fails: bit n for the property with index n.
  private mutating func failing(_ row: borrowing ScannedRow) -> UInt16 {
    var failing: UInt16 = 0
    for facet in judged {
      let code = row.codes[facet]
      while passing[facet].count <= code {
        passing[facet].append(coders[facet].passes(passing[facet].count))
      }
      if !passing[facet][code] { failing |= 1 << UInt16(facet) }
    }
    return failing
  }

  /// The statement at the visited row; nil for rows in memory.
  var statement: (any Statement)? {
    if case .read(let rows) = rows { rows.statement } else { nil }
  }

  /// The total investment of a visited row; nil if it is unknown.
  func investment(of row: borrowing ScannedRow) -> Int64? {
    if case .held(let rows) = rows { return rows.investment[row.place] }
    return statement?.int64IfAny(ScanQuery.Column.investment)
  }

  /// The facet code of a visited row.
  func code(_ facet: Int, of row: borrowing ScannedRow) -> Int {
    if case .held(let rows) = rows { return rows.code(facet, at: row.place) }
    return row.codes[facet]
  }

  /// The plan and done figures of a visited row.
  mutating func figures(of row: borrowing ScannedRow) throws -> RowFigures {
    switch rows {
    case .held: row.figures
    case .read(let rows):
      try rows.statement.map { statement in
        RowFigures(plan: figures.plan(statement), done: try figures.done(statement))
      } ?? RowFigures()
    }
  }
}
