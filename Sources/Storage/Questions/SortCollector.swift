import Engine
import Ledger

/// Gathers the numbers of projects with what they are sorted by.
struct SortCollector {
  /// What one project is sorted by, for one term.
  private enum Key {
    case none
    case integer(Int64)
    case text(String)
  }

  /// Where a term's key is found.
  private enum Place {
    /// The item in a column, by its rank in the catalogue.
    case item(Int32, CatalogueKind)
    case unit, plan, done, rate
    case integer(Int32)
    case text(Int32)
    case dates([Int32])
  }

  private let places: [Place]
  private let ranks: [Int64]
  private let items: [CatalogueItem]
  private let descends: [Bool]
  private let idDescends: Bool
  private var ids: [ProjectID] = []
  private var keys: [Key] = []

  /// The columns that are sorted by are read by the scan.
  init(_ sort: ProjectSort, scan: inout Scan) {
    let terms = sort.terms.filter { $0.key != .id }
    descends = terms.map { $0.direction == .descending }
    idDescends = sort.terms.last?.direction == .descending
    ranks = Self.ranks(scan)
    items = scan.catalogue.items
    var places: [Place] = []
    for term in terms {
      switch term.key {
      case .id: break
      case .code: places.append(.text(scan.query.read(.code)))
      case .name: places.append(.text(scan.query.read(.name)))
      case .owner: places.append(.text(scan.query.read(.owner)))
      case .chain: places.append(.item(scan.query.read(.chain), .chain))
      case .stage: places.append(.item(scan.query.read(.stage), .stage))
      case .condition: places.append(.item(scan.query.read(.condition), .condition))
      case .unit: places.append(.unit)
      case .district: places.append(.item(scan.query.read(.district), .district))
      case .zone: places.append(.item(scan.query.read(.zone), .zone))
      case .investment: places.append(.integer(ScanQuery.Column.investment))
      case .plan: places.append(.plan)
      case .done: places.append(.done)
      case .rate: places.append(.rate)
      case .start:
        places.append(.dates([scan.query.read(.startActual), scan.query.read(.startPlanned)]))
      case .finish:
        places.append(.dates([scan.query.read(.finishActual), scan.query.read(.finishPlanned)]))
      case .updated: places.append(.integer(ScanQuery.Column.revision))
      }
    }
    self.places = places
  }

  mutating func add(
    _ row: ScannedRow, _ scan: Scan, _ statement: any Statement, plan: Int64?, done: YearToDate?
  ) throws {
    ids.append(row.id)
    for place in places {
      switch place {
      case .item(let column, let kind):
        let number = try scan.items.number(statement, column, kind)
        keys.append(Self.key(number == 0 ? nil : ranks[number]))
      case .unit:
        let unit = Scan.place(of: .unit)
        keys.append(
          Self.key(scan.coders[unit].items(of: row.codes[unit]).first.map { ranks[$0] }))
      case .plan: keys.append(Self.key(plan))
      case .done: keys.append(Self.key(done?.amount.fen))
      case .rate: keys.append(Self.key(Self.rate(done?.amount.fen, of: plan)))
      case .integer(let column): keys.append(Self.key(statement.int64IfAny(column)))
      case .text(let column): keys.append(statement.textIfAny(column).map(Key.text) ?? .none)
      case .dates(let columns):
        let date = columns.lazy.compactMap { statement.textIfAny($0) }.first
        keys.append(Self.key(date.flatMap { PartialDate($0) }.map { Int64($0.firstDay) }))
      }
    }
  }

  /// The numbers of a page in order, and where it ends when others follow; what has no value comes last, whatever the
  /// direction.
  mutating func sorted(_ page: Page) -> (ids: [ProjectID], end: SortPlace?) {
    var order = Array(ids.indices)
    if let after = page.after {
      // The place stands as a row of its own behind the others, to be compared with them.
      let place = ids.count
      ids.append(after.id)
      keys += keys(of: after)
      order = order.filter { precedes(place, $0) }
    }
    order.sort { precedes($0, $1) }
    let shown = order.dropFirst(page.offset).prefix(page.limit ?? .max)
    let end = shown.endIndex < order.endIndex ? shown.last.map(place(of:)) : nil
    return (shown.map { ids[$0] }, end)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let width = places.count
    for term in 0..<width {
      switch Self.compare(keys[left * width + term], keys[right * width + term]) {
      case (0, _): continue
      case (let order, let isAboutNone): return (order < 0) != (descends[term] && !isAboutNone)
      }
    }
    return idDescends ? ids[left] > ids[right] : ids[left] < ids[right]
  }

  private func place(of row: Int) -> SortPlace {
    let own = keys[row * places.count..<(row + 1) * places.count]
    return SortPlace(
      keys: zip(places, own).map { place, key in
        switch (place, key) {
        case (_, .none): .none
        case (.item, .integer(let rank)), (.unit, .integer(let rank)):
          .item(code: items.indices.contains(Int(rank)) ? items[Int(rank)].code : "")
        case (_, .integer(let integer)): .integer(integer)
        case (_, .text(let text)): .text(text)
        }
      }, id: ids[row])
  }

  /// What a place says, in ranks of the present catalogue; what is not said of a term counts as no value.
  private func keys(of place: SortPlace) -> [Key] {
    places.enumerated().map { term, kind in
      switch place.keys.indices.contains(term) ? place.keys[term] : .none {
      case .none: return .none
      case .integer(let integer): return .integer(integer)
      case .text(let text): return .text(text)
      case .item(let code):
        let itemKind: CatalogueKind = if case .item(_, let kind) = kind { kind } else { .unit }
        let rank = items.firstIndex { $0.kind == itemKind && $0.code == code }
        return .integer(rank.map { Int64($0) } ?? .max)
      }
    }
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

  /// The place of every item in the catalogue's order, by number.
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
  /// The number within what an `Int64` holds.
  fileprivate var clamped: Double { Swift.min(Swift.max(self, -9e18), 9e18) }
}
