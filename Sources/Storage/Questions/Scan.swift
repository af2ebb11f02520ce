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
  /// The properties that facets count by, in the order of `FilterProperty.facets`.
  let coders: [FacetCoder]
  /// How many projects the counting basis left out of those that pass the filter.
  private(set) var leftOut = 0
  private let filter: ProjectFilter
  /// The statement that meets all rows; what is sorted by is read by it too.
  var query: ScanQuery
  /// The properties that the filter asks about, and those by which rows fail, by their places.
  private let asked: [Int]
  private let judged: [Int]
  private let uncounted: Set<ProjectID>
  private let conditions: ScanConditions
  /// What the filter asks beside, which SQL cannot judge.
  private let judges: [any RowJudge]
  /// Whether values pass, by property and number.
  private var passing = Array(repeating: [Bool](), count: FilterProperty.facets.count)
  private var reaches: ReachTexts
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
    let catalogue = try CatalogueTable.catalogue(session)
    self.catalogue = catalogue
    items = try ItemNumbers(session)
    year = try filter.year ?? filter.month.map { Int($0.year) } ?? Self.latestYear(session)
    reaches = ReachTexts(year: year)
    var query = try ScanQuery(filter, session)
    let asked = filter.restrictions(for: session.sight).filter(\.isJudgedByRow)
    if asked.isEmpty {
      judges = []
    } else {
      let measure = try LightMeasure(filter, catalogue, session)
      judges = asked.compactMap { $0.judge(measure, &query) }
    }
    let context = FacetContext(catalogue: catalogue, items: items, session: session)
    let values = FilterProperty.facets.compactMap { $0.facet?(filter, catalogue) }
    var coders: [FacetCoder] = []
    for values in values {
      coders.append(
        try context.coder(of: values, chains: coders.first?.condition, &query))
    }
    self.coders = coders
    self.query = query
    self.asked = values.indices.filter { values[$0].isAsked }
    judged = values.indices.filter { values[$0].restricts }
    conditions = ScanConditions(coders)
    let ended = filter.excludedConditions(in: catalogue).compactMap { [items] in
      items.number(of: $0, kind: .condition)
    }
    uncounted =
      scope == .all ? [] : try Packages.uncounted(filter.counting, ended: ended, session)
  }

  /// The place of a property among those that facets count by.
  static func place(of property: FilterProperty) -> Int {
    FilterProperty.facets.firstIndex(of: property) ?? 0
  }

  /// Visits the rows that pass the filter, and rows that fail by one property alone where it costs
  /// nothing to meet them; `failing` names that property.
  mutating func run(
    _ session: Session,
    visit: (inout Scan, ScannedRow, any Statement, _ failing: UInt16) throws -> Void
  ) throws {
    // After a search few rows are left: all of them are read, and judged here.
    try pass(
      query.isSearch ? query : query.narrowed(by: conditions.all()), Array(coders.indices),
      session, visit: visit)
  }

  /// Counts the rows that `run` did not meet and that fail by one property alone: a facet ignores its
  /// own filter.
  mutating func countFailing(in facets: inout FacetCounter, _ session: Session) throws {
    guard !query.isSearch else { return }
    let (chain, condition) = (Self.place(of: .chain), Self.place(of: .condition))
    if asked == [chain], conditions.facets == [chain], uncounted.isEmpty, query.isPlain,
      judges.isEmpty,
      let tallies = try ChainTallies.read(items, session)
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
      let query = query.narrowed(by: conditions.failing(facet))
        .reading(Set(read.flatMap { coders[$0].columns } + judges.flatMap(\.columns)))
      try pass(query, read, session) { _, row, _, failing in facets.add(row, failing: failing) }
    }
  }

  private mutating func pass(
    _ query: ScanQuery, _ read: [Int], _ session: Session,
    visit: (inout Scan, ScannedRow, any Statement, _ failing: UInt16) throws -> Void
  ) throws {
    let statement = try query.statement(session)
    // The scan keeps its coders: they need not be kept alive once more for each row.
    let reading = read.map { (place: $0, coder: Unmanaged.passUnretained(coders[$0])) }
    let judges = judges
    var row = ScannedRow()
    while try statement.step() {
      row.id = statement.int64(ScanQuery.Column.id)
      row.investment = statement.int64(ScanQuery.Column.investment)
      for facet in reading {
        row.codes[facet.place] = try facet.coder._withUnsafeGuaranteedRef { try $0.code(statement) }
      }
      let failing = failing(row)
      guard failing & (failing &- 1) == 0 else { continue }
      if !judges.isEmpty, try !judges.allSatisfy({ try $0.passes(statement, &self) }) { continue }
      if !uncounted.isEmpty, uncounted.contains(row.id) {
        if failing == 0 { leftOut += 1 }
        continue
      }
      try visit(&self, row, statement, failing)
    }
  }

  /// The properties by which a row is not part of the answer: bit n is the one at place n.
  private mutating func failing(_ row: ScannedRow) -> UInt16 {
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

  /// The plan of the year; nil when there is none.
  func plan(_ statement: any Statement) -> Int64? {
    guard let year else { return nil }
    var series = SeriesScan(statement.bytes(ScanQuery.Column.plan))
    while let figure = series.next() {
      if figure.year == year, figure.firstMonth == 0 { return figure.amount }
    }
    return nil
  }

  /// What is done since January of the year; nil when nothing is reported.
  mutating func done(_ statement: any Statement) throws -> YearToDate? {
    guard let year else { return nil }
    var series = SeriesScan(statement.bytes(ScanQuery.Column.done))
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
    guard let reach = reaches.reach(statement.bytes(ScanQuery.Column.reach)) else {
      throw StorageError.damaged(table: "project", row: statement.int64(ScanQuery.Column.id))
    }
    return reach.month
  }

  /// The year the last lists were about; without lists, the latest that a plan or report names.
  private static func latestYear(_ session: Session) throws -> Int? {
    let stated = try session.row(
      """
      SELECT number, max(year)
      FROM entry
      WHERE number <= ?
      """, .integer(session.past ?? .max)
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
