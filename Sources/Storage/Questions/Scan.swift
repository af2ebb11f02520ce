import Engine
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
  let places: RegisterPlaces
  /// How many projects the counting basis left out of those that pass the filter.
  private(set) var leftOut = 0
  private let filter: ProjectFilter
  private var judge: ScanFilter
  private let uncounted: Set<ProjectID>
  private let conditions: ScanConditions
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
    catalogue = try CatalogueTable.catalogue(session)
    items = try ItemNumbers(session)
    year = try filter.year ?? filter.month.map { Int($0.year) } ?? Self.latestYear(session)
    texts = ScanTexts(items: items, year: year)
    judge = ScanFilter(filter, catalogue: catalogue, items: items)
    conditions = ScanConditions(filter, items: items)
    // Registers are counted of projects that pass the chains asked for; a filter of registers asks all.
    places = try RegisterPlaces(of: filter.registers.isEmpty ? conditions.chains : nil, session)
    uncounted = scope == .all ? [] : try Packages.uncounted(filter.counting, session)
  }

  /// Visits the rows that pass the filter, and rows that fail by one property alone where it costs
  /// nothing to meet them; `failing` names that property.
  mutating func run(
    _ query: ScanQuery, _ session: Session,
    visit: (inout Scan, ScannedRow, any Statement, _ failing: UInt16) throws -> Void
  ) throws {
    // After a search few rows are left: all of them are read, and judged here.
    try pass(
      query.isSearch ? query : query.narrowed(by: conditions.all()), session, visit: visit)
  }

  /// Counts the rows that `run` did not meet and that fail by one property alone: a facet ignores its
  /// own filter.
  mutating func countFailing(
    _ query: ScanQuery, in facets: inout FacetCounter, _ session: Session
  ) throws {
    guard !query.isSearch else { return }
    let asksForChainsAlone = judge.kinds == [.chain] && conditions.kinds == [.chain]
    if asksForChainsAlone, uncounted.isEmpty, query.isPlain,
      let tallies = try ChainTallies.read(items, session)
    {
      var row = ScannedRow()
      for tally in tallies {
        row.chain = tally.chain
        row.condition = tally.condition
        guard judge.failing(row, texts, places) == FacetKind.chain.bit else { continue }
        facets.add(tally)
      }
      return
    }
    for kind in conditions.kinds {
      let query = query.narrowed(by: conditions.failing(kind)).reading(judge.kinds.union([kind]))
      try pass(query, session) { _, row, _, failing in facets.add(row, failing: failing) }
    }
  }

  private mutating func pass(
    _ query: ScanQuery, _ session: Session,
    visit: (inout Scan, ScannedRow, any Statement, _ failing: UInt16) throws -> Void
  ) throws {
    var query = query
    let otherChains = filter.includesOtherChains ? query.read(.otherChains) : nil
    let otherUnits =
      filter.unitRole == .any && query.kinds.contains(.unit)
      ? [query.read(.responsibleUnits), query.read(.cooperatingUnits)] : []
    let statement = try query.statement(session)
    let kinds = query.kinds.reduce(0) { $0 | $1.bit }
    var row = ScannedRow()
    while try statement.step() {
      try read(statement, kinds, otherChains: otherChains, otherUnits: otherUnits, into: &row)
      let failing = judge.failing(row, texts, places)
      guard failing & (failing &- 1) == 0 else { continue }
      if !uncounted.isEmpty, uncounted.contains(row.id) {
        if failing == 0 { leftOut += 1 }
        continue
      }
      try visit(&self, row, statement, failing)
    }
  }

  /// The plan of the year; nil when there is none.
  func plan(_ statement: any Statement) -> Int64? {
    guard let year else { return nil }
    var series = SeriesScan(statement.bytes(10))
    while let figure = series.next() {
      if figure.year == year, figure.firstMonth == 0 { return figure.amount }
    }
    return nil
  }

  /// What is done since January of the year; nil when nothing is reported.
  mutating func done(_ statement: any Statement) throws -> YearToDate? {
    guard let year else { return nil }
    var series = SeriesScan(statement.bytes(11))
    figures.removeAll(keepingCapacity: true)
    while let figure = series.next() {
      guard figure.year == year else { continue }
      guard let period = figure.period else { continue }
      figures.append(
        YearToDate.Figure(
          period: period, amount: Money(fen: figure.amount),
          reach: period.isYear ? try reach(statement) : nil))
    }
    return YearToDate(figures, year: year, through: filter.month.map { Int($0.lastMonth) })
  }

  private mutating func reach(_ statement: any Statement) throws -> Int? {
    guard let reach = texts.reach(statement.bytes(12)) else {
      throw StorageError.damaged(table: "project", row: statement.int64(0))
    }
    return reach.month
  }

  /// Reads the number, the condition, the investment, and the properties of the facets in `kinds`.
  private mutating func read(
    _ statement: any Statement, _ kinds: UInt16, otherChains: Int32?, otherUnits: [Int32],
    into row: inout ScannedRow
  ) throws {
    func reads(_ kind: FacetKind) -> Bool { kinds & kind.bit != 0 }
    row.id = statement.int64(0)
    row.condition = try items.number(statement, 3, .condition)
    row.investment = statement.int64(9)
    if reads(.chain) {
      row.chain = try items.number(statement, 1, .chain)
      row.otherChains = otherChains.map { texts.chains(statement.bytes($0)) } ?? 0
      row.repeatsChain =
        row.otherChains > 0 && texts.chains[row.otherChains].contains(row.chain)
    }
    if reads(.stage) { row.stage = try items.number(statement, 2, .stage) }
    if reads(.area) {
      row.district = try items.number(statement, 4, .district)
      row.zone = try items.number(statement, 5, .zone)
    }
    if reads(.industrial) {
      row.industrial = Int(
        try statement.int64IfAny(6, in: 0...1, "project", row: row.id) ?? 2)
    }
    if reads(.nature) { row.nature = texts.nature(statement.bytes(7)) }
    if reads(.unit) {
      row.units = texts.units(statement.bytes(8))
      for column in otherUnits {
        row.units = texts.union(row.units, texts.units(statement.bytes(column)))
      }
    }
    if reads(.register) { row.registers = places.number(of: row.id) }
  }

  /// The year the last lists were about; without lists, the latest that a plan or report names.
  private static func latestYear(_ session: Session) throws -> Int? {
    let stated = try session.row(
      """
      SELECT number, max(year)
      FROM entry
      """
    ) { try $0.int64IfAny(1, in: Stored.year, "entry", row: $0.int64(0)) }
    if let stated, let stated, stated > 0 { return Int(stated) }
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
