import Ledger

/// Projects as rows of their tables: fields for queries, fields for display, places on registers, search text and
/// pinyin.
struct ProjectRows: Sendable {
  private var project = RowBatch(columns: ProjectLayout.project.count)
  private var detail = RowBatch(columns: ProjectLayout.detail.count)
  private var memberships = RowBatch(columns: ProjectLayout.membership.count)
  private var search = RowBatch(columns: ProjectLayout.search.count)
  private var sound = RowBatch(columns: ProjectLayout.search.count)
  private var id: ProjectID = 0
  private var texts: SearchTextWriter
  /// The column and kind of each field, by `Field.rawValue`.
  private let places = zip(ProjectLayout.places, FieldKinds.all).map {
    (table: $0.table, index: $0.index, kind: $1)
  }
  /// The numbers of the items to which each field can refer, by `Field.rawValue`.
  private let numbers: [[String: Int64]]

  init(items: ItemNumbers, catalogue: Catalogue) {
    numbers = FieldKinds.all.map { kind in
      switch kind {
      case .reference(let kind), .references(let kind): items.numbers(of: kind)
      case .matters: items.numbers(of: .unit)
      default: [:]
      }
    }
    texts = SearchTextWriter(catalogue: catalogue)
  }

  /// The rows by table; the project's own come first, since the others refer to them.
  var tables: [RowBatch] { [project, detail, memberships, search, sound] }

  /// Removes all rows.
  mutating func clear() {
    project.clear()
    detail.clear()
    memberships.clear()
    search.clear()
    sound.clear()
  }

  /// Replaces all rows by those of a project. Throws `nameMissing` and the errors of `set`.
  mutating func take(_ state: ProjectState, _ record: Record) throws {
    clear()
    try add(state, record)
  }

  /// Adds a project after the others.
  mutating func add(_ state: ProjectState, _ record: Record) throws {
    guard let name = record.text(.name), !name.isEmpty else {
      throw StorageError.nameMissing(row: nil)
    }
    begin(state.id, created: state.created, revision: state.revision)
    setSearch(SearchedValues(record))
    for entry in record.entries { try set(entry.value, of: entry.key) }
    for (key, month) in state.reach.sorted(by: { $0.key < $1.key }) {
      set(reach: month, of: key)
    }
  }

  /// Begins the rows of a project.
  mutating func begin(_ id: ProjectID, created: Int64, revision: Int64) {
    project.beginRow()
    project.set(ProjectLayout.Own.id.rawValue, integer: id)
    project.set(ProjectLayout.Own.created.rawValue, integer: created)
    project.set(ProjectLayout.Own.revision.rawValue, integer: revision)
    detail.beginRow()
    detail.set(0, integer: id)
    self.id = id
  }

  /// Sets the search texts of the project.
  mutating func setSearch(_ values: SearchedValues) {
    texts.write(values)
    Self.set(texts.written, of: id, in: &search)
    Self.set(texts.sound, of: id, in: &sound)
  }

  private static func set(_ text: [UInt8], of id: ProjectID, in rows: inout RowBatch) {
    rows.beginRow()
    rows.set(0, integer: id)
    rows.set(1, text: text.span)
  }

  /// Sets the last month that a year's figure includes; keys come in order.
  mutating func set(reach month: Int, of key: FieldKey) {
    project.set(ProjectLayout.Own.reach.rawValue, separator: SeriesText.separator) {
      SeriesText.write(key, Int64(month), to: &$0)
    }
  }

  /// Sets a value; keys come in order. Throws `malformedChange`, `unknownReference`.
  mutating func set(_ value: Value, of key: FieldKey) throws {
    let place = places[Int(key.field.rawValue)]
    switch place.table {
    case .project: try Self.set(value, of: key, place.kind, in: &project, at: place.index, numbers)
    case .detail: try Self.set(value, of: key, place.kind, in: &detail, at: place.index, numbers)
    case .membership: try addMembership(value, of: key)
    }
  }

  private mutating func addMembership(_ value: Value, of key: FieldKey) throws {
    guard case .register(let register, let year) = key.part, case .membership(let place) = value
    else { throw StorageError.malformedChange(row: nil) }
    memberships.beginRow()
    memberships.set(0, integer: id)
    memberships.set(1, integer: Int64(year))
    memberships.set(2, text: register.text)
    for (column, text) in [(3, place.state), (4, place.batch), (5, place.className)] {
      if let text { memberships.set(column, text: text) }
    }
  }

  private static func set(
    _ value: Value, of key: FieldKey, _ kind: FieldKind, in row: inout RowBatch, at column: Int,
    _ numbers: [[String: Int64]]
  ) throws {
    switch (value, kind) {
    case (.text(let text), .text): row.set(column, text: text)
    case (.money(let money), .money): row.set(column, integer: money.fen)
    case (.money(let money), .series):
      guard let period = key.period else { throw StorageError.malformedChange(row: nil) }
      row.set(column, separator: SeriesText.separator) {
        SeriesText.write(period, money.fen, to: &$0)
      }
    case (.text, .texts), (.matter, .matters):
      if case .matter(let matter) = value, let unit = matter.unit {
        _ = try number(of: unit, key, numbers)
      }
      // Written as lines of the journal: these values are rare, so a shorter format has no benefit.
      row.set(column, separator: nil) { ChangeText.write(key, value, to: &$0) }
    case (.quantity(let quantity), .quantity):
      row.set(column, integer: quantity.tenThousandths)
    case (.flag(let flag), .flag): row.set(column, integer: flag ? 1 : 0)
    case (.reference(let code), .reference):
      row.set(column, integer: try number(of: code, key, numbers))
    case (.references(let codes), .references):
      for code in codes { _ = try number(of: code, key, numbers) }
      row.set(column, separator: nil) { $0.append(list: codes) }
    case (.list(let texts), .list): row.set(column, separator: nil) { $0.append(list: texts) }
    case (.date(let date), .date): row.set(column, separator: nil) { $0.append(date) }
    default: throw StorageError.malformedChange(row: nil)
    }
  }

  private static func number(
    of code: String, _ key: FieldKey, _ numbers: [[String: Int64]]
  ) throws -> Int64 {
    guard let number = numbers[Int(key.field.rawValue)][code] else {
      throw StorageError.unknownReference(key: key, code: code)
    }
    return number
  }
}
