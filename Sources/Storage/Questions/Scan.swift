import Ledger

/// One pass over the balance: every question that counts is answered by it.
///
/// A narrow table read from end to end takes about as long as an index would for any filter that keeps
/// a tenth, and it answers all facets at once: a row that fails by one property alone is still
/// counted in that property's facet.
struct Scan {
  let catalogue: Catalogue
  let items: ItemNumbers
  /// The year of plans and of what is done.
  let year: Int?
  private(set) var texts: ScanTexts
  /// How many projects the counting basis left out of those that pass the filter.
  private(set) var leftOut = 0
  private let filter: ProjectFilter
  private var judge: ScanFilter
  private let uncounted: Set<ProjectID>
  private var figures: [YearToDate.Figure] = []

  /// What is done with the packages that the filter's basis does not count.
  enum Scope {
    /// Only what counts.
    case counted
    /// Every project, as a list of all rows wants.
    case all
  }

  init(_ filter: ProjectFilter, scope: Scope, _ session: Session) throws {
    self.filter = filter
    catalogue = Catalogue(items: try CatalogueTable.items(session))
    items = try ItemNumbers(session)
    year = try filter.year ?? filter.month.map { Int($0.year) } ?? Self.latestYear(session)
    texts = ScanTexts(items: items, year: year)
    judge = ScanFilter(filter, catalogue: catalogue, items: items)
    uncounted = scope == .all ? [] : try Packages.uncounted(filter.counting, session)
  }

  /// Which rows a scan visits.
  enum Visits {
    /// Those that pass the filter.
    case matching
    /// Those too that fail by one property alone: facets count them.
    case nearlyMatching
  }

  /// Visits rows; `failing` names the one property that a row fails by, if any.
  mutating func run(
    _ query: ScanQuery, _ visits: Visits, _ session: Session,
    visit: (inout Scan, ScannedRow, Statement, _ failing: UInt16) throws -> Void
  ) throws {
    let found = try Search.projects(filter.searchQuery, session)
    let conditions = ScanConditions(filter, items: items)
    if let found {
      // Few rows are left: all of them are read, and judged here.
      try pass(query, found: found, session, visit: visit)
      return
    }
    try pass(query.narrowed(by: conditions.all()), found: nil, session, visit: visit)
    guard visits == .nearlyMatching else { return }
    for kind in conditions.kinds {
      let query = query.narrowed(by: conditions.failing(kind)).reading(judge.kinds.union([kind]))
      try pass(query, found: nil, session, visit: visit)
    }
  }

  private mutating func pass(
    _ query: ScanQuery, found: [ProjectID]?, _ session: Session,
    visit: (inout Scan, ScannedRow, Statement, _ failing: UInt16) throws -> Void
  ) throws {
    var query = query
    let otherChains = filter.includesOtherChains ? query.read(.otherChains) : nil
    let otherUnits =
      filter.unitRole == .any && query.reads(.unit)
      ? [query.read(.responsibleUnits), query.read(.cooperatingUnits)] : []
    let statement = try query.statement(session, byID: found != nil)
    var row = ScannedRow()
    var position = 0
    while true {
      if let found {
        guard position < found.count else { return }
        statement.reset()
        statement.bind(found[position], at: 1)
        position += 1
        guard try statement.step() else { continue }
      } else {
        guard try statement.step() else { return }
      }
      read(statement, otherChains: otherChains, otherUnits: otherUnits, into: &row)
      let failing = judge.failing(row, texts)
      guard failing & (failing &- 1) == 0 else { continue }
      if !uncounted.isEmpty, uncounted.contains(row.id) {
        if failing == 0 { leftOut += 1 }
        continue
      }
      try visit(&self, row, statement, failing)
    }
  }

  /// The plan of the year; nil when there is none.
  func plan(_ statement: Statement) -> Int64? {
    guard let year else { return nil }
    var series = SeriesScan(statement.bytes(11))
    while let figure = series.next() {
      if figure.year == year, figure.firstMonth == 0 { return figure.amount }
    }
    return nil
  }

  /// What is done since January of the year; nil when nothing is reported.
  mutating func done(_ statement: Statement) -> YearToDate? {
    guard let year else { return nil }
    var series = SeriesScan(statement.bytes(12))
    figures.removeAll(keepingCapacity: true)
    while let figure = series.next() {
      guard figure.year == year else { continue }
      guard let period = figure.period else { continue }
      figures.append(
        YearToDate.Figure(
          period: period, amount: Money(fen: figure.amount),
          reach: period.isYear ? texts.reach(statement.bytes(13)) : nil))
    }
    return YearToDate(figures, year: year, through: filter.month.map { Int($0.lastMonth) })
  }

  private mutating func read(
    _ statement: Statement, otherChains: Int32?, otherUnits: [Int32], into row: inout ScannedRow
  ) {
    row.id = statement.int64(0)
    row.chain = statement.int(1)
    row.otherChains = otherChains.map { texts.chains(statement.bytes($0)) } ?? 0
    row.repeatsChain = row.otherChains > 0 && texts.chains[row.otherChains].contains(row.chain)
    row.stage = statement.int(2)
    row.condition = statement.int(3)
    row.district = statement.int(4)
    row.zone = statement.int(5)
    row.industrial = statement.isNull(6) ? 2 : statement.int(6)
    row.nature = texts.nature(statement.bytes(7))
    row.units = texts.units(statement.bytes(8))
    for column in otherUnits {
      row.units = texts.union(row.units, texts.units(statement.bytes(column)))
    }
    row.registers = texts.registers(statement.bytes(9))
    row.investment = statement.int64(10)
  }

  /// The year the last lists were about; without lists, the latest that a plan or report names.
  private static func latestYear(_ session: Session) throws -> Int? {
    let stated = try session.integer(
      """
      SELECT coalesce(max(year), 0)
      FROM entry
      """)
    if stated > 0 { return Int(stated) }
    // Which years do plans and reports name?
    let statement = try session.statement(
      """
      SELECT plan, done
      FROM project
      WHERE plan IS NOT NULL OR done IS NOT NULL
      """)
    var latest: Int?
    while try statement.step() {
      for column in [Int32(0), 1] {
        var series = SeriesScan(statement.bytes(column))
        while let figure = series.next() { latest = max(latest ?? 0, figure.year) }
      }
    }
    return latest
  }
}
