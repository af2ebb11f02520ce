import Engine
import Ledger

/// Collects the numbers of projects with their sort values.
struct SortCollector {
  /// The sort value of one project for one term.
  private enum Key {
    case none
    case integer(Int64)
    case text(String)
  }

  /// The source of a term's sort value.
  private enum Place {
    /// The item in a field, by its rank in the catalogue.
    case item(SortKey)
    case unit, plan, done, rate, investment
    case number(SortKey)
    case text(Int32)
    case heldItem(NumberColumn)
    case heldNumber(NumberColumn)
    case heldText(TextColumn)
  }

  private let places: [Place]
  /// The kind of item by which a term sorts; nil for other terms.
  private let kinds: [CatalogueKind?]
  private let items: [CatalogueItem]
  private let ranks: [Int64]
  private let descends: [Bool]
  private let idDescends: Bool
  private var ids: [ProjectID] = []
  private var keys: [Key] = []

  /// Adds the columns of the sort values to the scan.
  init(_ sort: ProjectSort, scan: inout Scan, _ session: Session) throws {
    let terms = sort.terms.filter { $0.key != .id }
    descends = terms.map { $0.direction == .descending }
    idDescends = sort.terms.last?.direction == .descending
    kinds = terms.map { Self.kind(of: $0.key) }
    items = scan.catalogue.items
    ranks = terms.isEmpty ? [] : Self.ranks(scan)
    places = try terms.map { try Self.place(of: $0.key, &scan, session) }
  }

  private static func kind(of key: ProjectSort.Key) -> CatalogueKind? {
    switch key {
    case .chain: .chain
    case .stage: .stage
    case .condition: .condition
    case .unit: .unit
    case .district: .district
    case .zone: .zone
    case .field(let field):
      if case .reference(let kind) = field.storedKind { kind } else { nil }
    case .id, .code, .name, .owner, .investment, .plan, .done, .rate, .start, .finish, .updated: nil
    }
  }

  private static func place(
    of key: ProjectSort.Key, _ scan: inout Scan, _ session: Session
  ) throws -> Place {
    switch key {
    case .id, .investment: .investment
    case .unit: .unit
    case .plan: .plan
    case .done: .done
    case .rate: .rate
    case .code, .name, .owner, .chain, .stage, .condition, .district, .zone, .start, .finish,
      .updated, .field:
      switch key.value {
      case .text(let field): try text(field, &scan, session)
      case .number(let source): try number(source, &scan, session)
      case nil: .investment
      }
    }
  }

  private static func number(
    _ source: SortKey.Source, _ scan: inout Scan, _ session: Session
  ) throws -> Place {
    let isItem = if case .item = source { true } else { false }
    let items = scan.items
    return
      switch try scan.values(
        .number(source), session, held: { NumberColumn(source, count: $0) },
        read: { SortKey(source, items, &$0) })
    {
    case .held(let column): isItem ? .heldItem(column) : .heldNumber(column)
    case .read(let key): isItem ? .item(key) : .number(key)
    }
  }

  private static func text(
    _ field: Field, _ scan: inout Scan, _ session: Session
  ) throws -> Place {
    switch try scan.values(
      .text(field), session, held: { TextColumn(field, count: $0) }, read: { $0.read(field) })
    {
    case .held(let column): .heldText(column)
    case .read(let column): .text(column)
    }
  }

  mutating func add(
    _ row: borrowing ScannedRow, _ scan: Scan, _ figures: RowFigures
  ) throws {
    ids.append(row.id)
    for place in places { keys.append(try key(place, row, scan, figures)) }
  }

  private func key(
    _ place: Place, _ row: borrowing ScannedRow, _ scan: Scan, _ figures: RowFigures
  ) throws -> Key {
    switch place {
    case .item(let key):
      let number = try scan.statement.flatMap { try key.number($0) }
      return Self.key(number.map { ranks[Int($0)] })
    case .heldItem(let column): return Self.key(column[row.place].map { ranks[Int($0)] })
    case .unit:
      let unit = Scan.place(of: .unit)
      let items = scan.coders[unit].items(of: scan.code(unit, of: row))
      return Self.key(items.first.map { ranks[$0] })
    case .plan: return Self.key(figures.plan)
    case .done: return Self.key(figures.done?.amount.fen)
    case .rate: return Self.key(Self.rate(figures.done?.amount.fen, of: figures.plan))
    case .investment: return Self.key(scan.investment(of: row))
    case .number(let key): return Self.key(try scan.statement.flatMap { try key.number($0) })
    case .heldNumber(let column): return Self.key(column[row.place])
    case .text(let column): return scan.statement?.textIfAny(column).map(Key.text) ?? .none
    case .heldText(let column): return column.values[row.place].map(Key.text) ?? .none
    }
  }

  /// The numbers of a page in order, and the cursor after it if others follow. Projects without a value come last in
  /// both directions.
  mutating func sorted(_ page: Page) -> (ids: [ProjectID], end: PageCursor?) {
    var rows = Array(ids.indices)
    if let after = page.after {
      // The cursor is added as a row after the others, for comparison.
      let place = ids.count
      ids.append(after.id)
      keys += keys(of: after)
      rows = rows.filter { comesFirst(place, $0) }
    }
    let last = page.limit.map { page.offset.addingReportingOverflow($0) }
    let order: [Int]
    if let last, !last.overflow, last.partialValue < rows.count / 8 {
      order = first(last.partialValue, of: rows)
    } else {
      order = rows.sorted(by: comesFirst)
    }
    let shown = order.dropFirst(page.offset).prefix(page.limit ?? .max)
    let end = shown.endIndex < rows.count ? shown.last.map(place(of:)) : nil
    return (shown.map { ids[$0] }, end)
  }

  /// The first `count` rows in order: most others are only compared with the last of them.
  private func first(_ count: Int, of rows: [Int]) -> [Int] {
    var first: [Int] = []
    let room = 2 * count + 64
    first.reserveCapacity(room)
    var last: Int?
    for row in rows {
      if let last, !comesFirst(row, last) { continue }
      first.append(row)
      if first.count == room {
        first.sort(by: comesFirst)
        first.removeLast(room - count)
        last = first.last
      }
    }
    return Array(first.sorted(by: comesFirst).prefix(count))
  }

  private func place(of row: Int) -> PageCursor {
    let own = keys[row * places.count..<(row + 1) * places.count]
    return PageCursor(
      keys: zip(kinds, own).map { kind, key in
        switch key {
        case .none: .none
        case .integer(let rank) where kind != nil:
          .item(code: items.indices.contains(Int(rank)) ? items[Int(rank)].code : "")
        case .integer(let integer): .integer(integer)
        case .text(let text): .text(text)
        }
      }, id: ids[row])
  }

  /// The sort values of a cursor, with ranks of the current catalogue; missing terms have no value.
  private func keys(of place: PageCursor) -> [Key] {
    kinds.enumerated().map { term, kind in
      switch place.keys.indices.contains(term) ? place.keys[term] : .none {
      case .none: return .none
      case .integer(let integer): return .integer(integer)
      case .text(let text): return .text(text)
      case .item(let code):
        let rank = items.firstIndex { $0.kind == kind && $0.code == code }
        return .integer(rank.map { Int64($0) } ?? .max)
      }
    }
  }

  private func comesFirst(_ left: Int, _ right: Int) -> Bool {
    let width = places.count
    for term in 0..<width {
      switch Self.compare(keys[left * width + term], keys[right * width + term]) {
      case (0, _): continue
      case (let order, let isAboutNone): return (order < 0) != (descends[term] && !isAboutNone)
      }
    }
    return idDescends ? ids[left] > ids[right] : ids[left] < ids[right]
  }

  private static func key(_ integer: Int64?) -> Key { integer.map(Key.integer) ?? .none }

  private static func rate(_ done: Int64?, of plan: Int64?) -> Int64? {
    guard let done, let plan, plan > 0 else { return nil }
    return Int64((Double(done) / Double(plan) * 1_000_000).clamped)
  }

  private static func compare(_ left: Key, _ right: Key) -> (order: Int, isAboutNone: Bool) {
    switch (left, right) {
    case (.none, .none): (0, true)
    case (.none, _): (1, true)
    case (_, .none): (-1, true)
    case (.integer(let a), .integer(let b)): (a < b ? -1 : a > b ? 1 : 0, false)
    case (.text(let a), .text(let b)): (a < b ? -1 : a > b ? 1 : 0, false)
    case (.integer, .text): (-1, false)
    case (.text, .integer): (1, false)
    }
  }

  /// The rank of every item in the catalogue's order, by number.
  private static func ranks(_ scan: Scan) -> [Int64] {
    var ranks = Array(repeating: Int64.max, count: scan.items.limit)
    for (rank, item) in scan.catalogue.items.enumerated() {
      if let number = scan.items.number(of: item.code, kind: item.kind) {
        ranks[Int(number)] = Int64(rank)
      }
    }
    return ranks
  }
}

extension Double {
  /// The number clamped to the range of `Int64`.
  fileprivate var clamped: Double { Swift.min(Swift.max(self, -9e18), 9e18) }
}
