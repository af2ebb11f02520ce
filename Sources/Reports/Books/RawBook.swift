package import Ledger
import Spreadsheet
package import Storage

/// 全字段明细: every field, one row per project, for other programs and for checking books.
package struct RawBook {
  package static let title = "项目全字段明细"

  private let source: BookSource
  /// The keys of series that any project has, by field.
  private let periods: [Field: [FieldKey]]

  package init(_ source: BookSource) {
    self.source = source
    var found: [Field: Set<FieldKey>] = [:]
    for project in source.projects {
      for entry in project.record.entries where entry.key.period != nil {
        found[entry.key.field, default: []].insert(entry.key)
      }
    }
    periods = found.mapValues { $0.sorted() }
  }

  /// A column: a key, or the names of the registers.
  private enum Column {
    case id
    case key(FieldKey)
    case registers
  }

  /// Writes the file whole, or nothing; personal data only when asked for.
  package func write(to path: String, withPersonalData: Bool) throws {
    let columns = columns(withPersonalData: withPersonalData)
    let book = try WorkbookWriter(
      path: path, properties: BookFile.properties(Self.title, source))
    let sheet = try book.addSheet("项目")
    let text = try book.style(CellStyle().with { $0.numberFormat = "@" })
    let money = try book.style(CellStyle().with { $0.numberFormat = "#,##0.######" })
    let plain = try book.style(CellStyle())
    let header = try book.style(
      CellStyle().with {
        $0.isBold = true
        $0.wraps = true
        $0.horizontal = .center
        $0.fill = 0xE8EEF4
      })
    for (index, column) in columns.enumerated() {
      try sheet.write(label(column), row: 1, column: index, style: header)
      try sheet.setColumns(index...index, width: width(column))
    }
    var names = CatalogueNames(source.catalogue)
    for (index, project) in source.projects.enumerated() {
      try writeRow(project, index + 2, columns, &names, sheet, text, money, plain)
    }
    try sheet.freeze(row: 2, column: 2)
    let last = max(2, source.projects.count + 1)
    let range = CellRange(
      firstRow: 1, lastRow: last, firstColumn: 0, lastColumn: columns.count - 1)
    try sheet.filter(range)
    try sheet.allowNumbersAsText(range)
    try book.finish()
  }

  private func writeRow(
    _ project: StoredProject, _ row: Int, _ columns: [Column], _ names: inout CatalogueNames,
    _ sheet: SheetWriter, _ text: StyleID, _ money: StyleID, _ plain: StyleID
  ) throws {
    for (index, column) in columns.enumerated() {
      switch column {
      case .id: try sheet.write(Int(project.id), row: row, column: index, style: plain)
      case .registers:
        let registers = names.registers(of: project.record)
        if !registers.isEmpty {
          try sheet.write(registers, row: row, column: index, style: text)
        }
      case .key(let key):
        guard let value = project.record[key] else { continue }
        switch value {
        case .money(let sum):
          try sheet.write(sum.double(in: .wanYuan), row: row, column: index, style: money)
        case .quantity(let quantity):
          try sheet.write(quantity.double, row: row, column: index, style: plain)
        default:
          try sheet.write(names.text(value, of: key.field), row: row, column: index, style: text)
        }
      }
    }
  }

  private func columns(withPersonalData: Bool) -> [Column] {
    [.id]
      + Field.allCases.flatMap { field -> [Column] in
        if field.declaration.isSensitive && !withPersonalData { return [] }
        switch field.kind {
        case .series: return (periods[field] ?? []).map { .key($0) }
        case .memberships: return [.registers]
        default: return [.key(FieldKey(field))]
        }
      }
  }

  private func label(_ column: Column) -> String {
    switch column {
    case .id: "编号"
    case .registers: Field.registers.label
    case .key(let key):
      key.field.label + (key.period.map { "[\($0.text)]" } ?? "")
        + (key.field.kind == .money || key.field.kind == .series ? "（万元）" : "")
    }
  }

  private func width(_ column: Column) -> Double {
    switch column {
    case .id: 8
    case .registers: Double(Field.registers.declaration.width)
    case .key(let key): Double(key.field.declaration.width)
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
