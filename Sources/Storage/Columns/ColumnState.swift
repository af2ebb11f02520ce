import Engine
import Ledger
import Synchronization

/// The columns of one state of the ledger, loaded on first use.
final class ColumnState: Sendable {
  /// The maximum number of columns kept, most recently used.
  private static let most = 48

  /// The last entry that the columns include.
  let revision: Int64
  /// The numbers of the projects, one per row, in ascending order.
  let ids: [ProjectID]
  let items: ItemNumbers
  /// The default year of plan and done figures.
  let year: Int?
  /// The last change of the catalogue; a later one may alter the meaning of any row.
  private let change: Int64
  /// Whether this is an extract of some rows for a `ColumnStep`, which can load no further columns.
  private let isPart: Bool
  private let kept: Mutex<Kept>

  /// The columns by key, with the most recently used key last in `order`.
  private struct Kept: @unchecked Sendable {
    var columns: [ColumnKey: KeptColumn] = [:]
    var order: [ColumnKey] = []
    var uncounted: [UncountedKey: Uncounted] = [:]
    /// The latest steps to this state, oldest first, without gaps.
    var steps: [ColumnStep] = []
  }

  private struct UncountedKey: Hashable {
    let basis: CountingBasis
    let ended: [Int64]
  }

  /// The projects that a counting basis excludes, and a flag for each row; nil if there are none.
  private struct Uncounted {
    let projects: Set<ProjectID>
    let rows: [Bool]?

    init(_ projects: Set<ProjectID>, of ids: [ProjectID]) {
      self.projects = projects
      rows = projects.isEmpty ? nil : ids.map(projects.contains)
    }
  }

  /// Thrown by an extract of a state for a column that it lacks.
  struct NotKept: Error {}

  /// Creates a state without columns.
  convenience init(_ session: Session) throws {
    // Which projects exist?
    let ids = try session.rows(
      """
      SELECT id
      FROM project
      ORDER BY id
      """
    ) { try $0.key(0, in: Stored.project, "project") }
    try self.init(ids: ids, Kept(), items: ItemNumbers(session), session)
  }

  private init(
    ids: [ProjectID], _ kept: consuming Kept, items: ItemNumbers, _ session: Session
  ) throws {
    revision = try LedgerStore.revision(session)
    self.ids = ids
    self.items = items
    isPart = false
    change = try CatalogueTable.lastChange(session)
    year = try Scan.latestYear(session)
    self.kept = Mutex(kept)
  }

  /// Creates an extract of some rows of a state.
  private init(_ rows: [ProjectID], _ kept: consuming Kept, of state: ColumnState) {
    (revision, items, year, change) = (state.revision, state.items, state.year, state.change)
    ids = rows
    isPart = true
    self.kept = Mutex(kept)
  }

  /// Returns the state that a later session reads: projects that entries touched since are read again, all others are
  /// copied.
  func advanced(_ session: Session) throws -> ColumnState {
    guard try CatalogueTable.lastChange(session) == change else { return try Self(session) }
    let touched = AsOf.touched(after: revision)
    let among = SQLCondition("p.id IN (\(touched.sql))", touched.values)
    let steps = try RowSteps(from: ids, touched, session)
    // After a large list everything is reloaded.
    if steps.touched.count * 2 > ids.count { return try Self(session) }
    let move = steps.move
    let old = kept.withLock { $0 }
    let kept = Kept(columns: old.columns.mapValues { $0.moved(move) }, order: old.order)
    let next = try ColumnState(ids: steps.ids, kept, items: items, session)
    try next.fill(Array(kept.columns.values), among: among, session)
    try next.note(steps.touched, since: self, old, session)
    return next
  }

  /// Notes the step from the previous state, unless it altered too many rows or the default year.
  private func note(
    _ touched: Set<ProjectID>, since before: ColumnState, _ old: Kept, _ session: Session
  ) throws {
    guard before.year == year else { return }
    try kept.withLock { kept in
      var altered = touched
      for (key, was) in old.uncounted {
        let projects = try Packages.uncounted(key.basis, ended: key.ended, session)
        kept.uncounted[key] = Uncounted(projects, of: ids)
        // A change of a package affects whether its parts count, although no entry touched them.
        altered.formUnion(was.projects.symmetricDifference(projects))
      }
      if altered.count > ColumnStep.mostRows { return }
      let step = ColumnStep(before: before.part(altered, old), after: part(altered, kept))
      kept.steps = ColumnStep.remembered(old.steps + [step])
    }
  }

  /// Returns an extract: those of the given projects that exist, with all loaded columns.
  private func part(_ altered: Set<ProjectID>, _ kept: Kept) -> ColumnState {
    let places = altered.compactMap { ids.place(of: $0) }.sorted()
    let rows = places.map { ids[$0] }
    let move = RowMove(sources: places.map(Int32.init), touched: [])
    return ColumnState(
      rows,
      Kept(
        columns: kept.columns.mapValues { $0.moved(move) },
        uncounted: kept.uncounted.mapValues { Uncounted($0.projects, of: rows) }), of: self)
  }

  /// The steps since an entry; nil if they are no longer known.
  func steps(since revision: Int64) -> ArraySlice<ColumnStep>? {
    if revision == self.revision { return [] }
    return kept.withLock { kept in
      kept.steps.firstIndex { $0.start == revision }.map { kept.steps[$0...] }
    }
  }

  /// Returns a column, loading it if needed.
  func column<Column: KeptColumn>(
    _ key: ColumnKey, _ session: Session, make: (_ count: Int) -> Column
  ) throws -> Column {
    try kept.withLock { kept in
      if kept.order.last != key {
        if let place = kept.order.firstIndex(of: key) { kept.order.remove(at: place) }
        kept.order.append(key)
      }
      if let column = kept.columns[key] as? Column { return column }
      if isPart { throw NotKept() }
      let column = make(ids.count)
      try fill([column], among: nil, session)
      kept.columns[key] = column
      if kept.order.count > Self.most { kept.columns[kept.order.removeFirst()] = nil }
      return column
    }
  }

  /// Loads missing columns together, in one pass over the rows.
  func load(
    _ wanted: [(key: ColumnKey, make: (_ count: Int) -> KeptColumn)], _ session: Session
  ) throws {
    try kept.withLock { kept in
      let missing = wanted.filter { kept.columns[$0.key] == nil }
      if missing.isEmpty { return }
      if isPart { throw NotKept() }
      let columns = missing.map { $0.make(ids.count) }
      try fill(columns, among: nil, session)
      for (wanted, column) in zip(missing, columns) { kept.columns[wanted.key] = column }
    }
  }

  /// A flag for each row that a counting basis excludes; nil if there are none.
  func uncounted(
    _ basis: CountingBasis, ended: [Int64], _ session: Session
  ) throws -> [Bool]? {
    try kept.withLock { kept in
      let key = UncountedKey(basis: basis, ended: ended)
      if let known = kept.uncounted[key] { return known.rows }
      if isPart { throw NotKept() }
      let known = Uncounted(try Packages.uncounted(basis, ended: ended, session), of: ids)
      kept.uncounted[key] = known
      return known.rows
    }
  }

  /// Fills columns for all projects, or for those that a condition selects.
  private func fill(
    _ columns: [KeptColumn], among: SQLCondition?, _ session: Session
  ) throws {
    try read(columns.filter { !$0.isAlone }, among: among, session)
    for column in columns where column.isAlone { try read([column], among: among, session) }
  }

  private func read(
    _ columns: [KeptColumn], among: SQLCondition?, _ session: Session
  ) throws {
    if columns.isEmpty { return }
    let context = FacetContext(
      catalogue: try CatalogueTable.catalogue(session), items: items, session: session)
    var query = try ScanQuery([], session)
    for column in columns { try column.prepare(context, among: among, &query) }
    let rows = try query.narrowed(by: [among].compactMap { $0 }).statement(session)
    defer { for column in columns { column.finish() } }
    var next = 0
    while try rows.step() {
      let id = rows.int64(ScanQuery.Column.id)
      let place = next < ids.count && ids[next] == id ? next : ids.place(of: id)
      guard let place else { continue }
      for column in columns { try column.read(rows, at: place) }
      next = place + 1
    }
  }
}
