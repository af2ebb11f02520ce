package import Ledger
import Spreadsheet
package import Storage

/// 全字段明细: every field, one row per project, for other programs and for checking books.
///
/// Rows are written as they are read, so that memory follows the file being made, not the ledger.
package struct RawBook {
  package static let title = "项目全字段明细"

  private let edition: BookEdition
  private let columns: [Column]

  /// `seriesKeys` are the keys of series that get a column; personal data only when asked for.
  package init(_ edition: BookEdition, seriesKeys: [FieldKey], withPersonalData: Bool) {
    self.edition = edition
    columns = Self.columns(seriesKeys, withPersonalData: withPersonalData)
  }

  /// A column after the first, which is the id.
  private enum Column {
    case key(FieldKey)
    case registers
  }

  /// Writes the file whole, or nothing; `rows` hands over the projects one by one.
  package func write(
    to path: String, rows: (_ take: (StoredProject) throws -> Void) throws -> Void
  ) throws {
    let book = try WorkbookWriter(path: path, properties: edition.properties(Self.title))
    let sheet = try book.addSheet("项目")
    try writeHeader(book, sheet)
    var row = RawRow(
      columns: Dictionary(
        columns.enumerated().compactMap { index, column in
          if case .key(let key) = column { (key, index + 1) } else { nil }
        }
      ) { first, _ in first },
      registers: columns.firstIndex { if case .registers = $0 { true } else { false } }.map {
        $0 + 1
      },
      names: CatalogueNames(edition.catalogue), styles: try RawStyles(book), sheet: sheet)
    try rows { try row.write($0) }
    try sheet.freeze(row: 2, column: 2)
    let range = CellRange(
      firstRow: 1, lastRow: max(2, row.number), firstColumn: 0, lastColumn: columns.count)
    try sheet.filter(range)
    try sheet.allowNumbersAsText(range)
    try book.finish()
  }

  private func writeHeader(_ book: WorkbookWriter, _ sheet: SheetWriter) throws {
    let style = try book.style(
      CellStyle().with {
        $0.isBold = true
        $0.wraps = true
        $0.horizontal = .center
        $0.fill = 0xE8EEF4
      })
    try sheet.write("编号", row: 1, column: 0, style: style)
    try sheet.setColumns(0...0, width: 8)
    for (index, column) in columns.enumerated() {
      try sheet.write(Self.label(column), row: 1, column: index + 1, style: style)
      try sheet.setColumns((index + 1)...(index + 1), width: Self.width(column))
    }
  }

  private static func columns(_ series: [FieldKey], withPersonalData: Bool) -> [Column] {
    Field.allCases.flatMap { field -> [Column] in
      if field.declaration.isSensitive && !withPersonalData { return [] }
      switch field.kind {
      case .series: return series.filter { $0.field == field }.map { .key($0) }
      case .memberships: return [.registers]
      default: return [.key(FieldKey(field))]
      }
    }
  }

  private static func label(_ column: Column) -> String {
    switch column {
    case .registers: Field.registers.label
    case .key(let key):
      key.field.label + (key.period.map { "[\($0.text)]" } ?? "")
        + (key.field.kind == .money || key.field.kind == .series ? "（万元）" : "")
    }
  }

  private static func width(_ column: Column) -> Double {
    switch column {
    case .registers: Double(Field.registers.declaration.width)
    case .key(let key): Double(key.field.declaration.width)
    }
  }
}

/// The styles of the table's cells.
private struct RawStyles {
  let text: StyleID
  let money: StyleID
  let plain: StyleID

  init(_ book: WorkbookWriter) throws {
    text = try book.style(CellStyle().with { $0.numberFormat = "@" })
    money = try book.style(CellStyle().with { $0.numberFormat = "#,##0.######" })
    plain = try book.style(CellStyle())
  }
}

/// Writes one project after another.
private struct RawRow {
  let columns: [FieldKey: Int]
  let registers: Int?
  var names: CatalogueNames
  let styles: RawStyles
  let sheet: SheetWriter
  /// The row written last.
  private(set) var number = 1

  init(
    columns: [FieldKey: Int], registers: Int?, names: CatalogueNames, styles: RawStyles,
    sheet: SheetWriter
  ) {
    self.columns = columns
    self.registers = registers
    self.names = names
    self.styles = styles
    self.sheet = sheet
  }

  mutating func write(_ project: StoredProject) throws {
    number += 1
    try sheet.write(Int(project.id), row: number, column: 0, style: styles.plain)
    var hasRegisters = false
    for entry in project.record.entries {
      if case .register = entry.key.part {
        hasRegisters = true
        continue
      }
      guard let column = columns[entry.key] else { continue }
      switch entry.value {
      case .money(let sum):
        try sheet.write(
          sum.double(in: .wanYuan), row: number, column: column, style: styles.money)
      case .quantity(let quantity):
        try sheet.write(quantity.double, row: number, column: column, style: styles.plain)
      case .text(let text):
        try sheet.write(text, row: number, column: column, style: styles.text)
      default:
        try sheet.write(
          names.text(entry.value, of: entry.key.field), row: number, column: column,
          style: styles.text)
      }
    }
    if hasRegisters, let registers {
      try sheet.write(
        names.registers(of: project.record), row: number, column: registers, style: styles.text)
    }
  }
}

/// Names of catalogue items, looked up once each.
private struct CatalogueNames {
  private let catalogue: Catalogue
  private var known: [CatalogueKind: [String: String]] = [:]

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  mutating func text(_ value: Value, of field: Field) -> String {
    switch value {
    case .text(let text): return text
    case .date(let date): return date.text
    case .flag(let flag): return flag ? "是" : "否"
    case .list(let texts): return texts.joined(separator: "、")
    case .reference(let code):
      if case .reference(let kind) = field.kind { return name(kind, code) }
      return code
    case .references(let codes):
      if case .references(let kind) = field.kind {
        return codes.map { name(kind, $0) }.joined(separator: "、")
      }
      return codes.joined(separator: "、")
    case .money(let money): return money.wanYuan
    case .quantity(let quantity): return quantity.text
    case .membership(let membership): return membership.state ?? ""
    }
  }

  mutating func registers(of record: Record) -> String {
    var names: [String] = []
    for entry in record.entries(of: .registers) {
      guard case .register(let code, _) = entry.key.part else { continue }
      let name = name(.register, code)
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: "、")
  }

  private mutating func name(_ kind: CatalogueKind, _ code: String) -> String {
    if let name = known[kind]?[code] { return name }
    let name = catalogue.name(of: kind, code)
    known[kind, default: [:]][code] = name
    return name
  }
}
