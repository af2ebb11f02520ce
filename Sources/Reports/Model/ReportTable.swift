import Ledger

/// A sheet that is one table: each column is declared once, with the cell it makes of a row.
struct ReportTable<Row> {
  /// A column after the first one, which numbers the rows.
  struct Column {
    let label: String
    /// Bounds of its width, in characters.
    let width: ClosedRange<Double>
    /// Whether the table's last row adds it up.
    let isSummed: Bool
    let cell: (Row) -> ReportCell
  }

  /// Rows under one heading; without a heading they follow the previous group.
  struct Group {
    let heading: String?
    let rows: [Row]
  }

  /// The rows above a table.
  struct Head {
    /// The name of the tab.
    let name: String
    let title: String
    /// Sentences between title and table.
    var words: [String] = []
    /// The unit, 万元 for sums.
    var unit = ""
    /// The text in place of rows.
    var nothing = "没有符合条件的内容"
    /// The counting word of rows in the total.
    var counted = "项"
  }

  let columns: [Column]

  /// The table of all rows, without groups.
  func sheet(
    _ head: Head, _ edition: BookEdition, rows: [Row], captions: [String] = []
  ) -> ReportSheet {
    sheet(head, edition, groups: [Group(heading: nil, rows: rows)], captions: captions)
  }

  /// The table with its head, its groups one after the other, and its captions.
  func sheet(
    _ head: Head, _ edition: BookEdition, groups: [Group], captions: [String] = []
  ) -> ReportSheet {
    let bounds = [6...6] + columns.map(\.width)
    var sheet = ReportSheet(name: head.name, widths: bounds.map(\.lowerBound))
    sheet.addTitle(head.title, below: edition.marks)
    let wordsRow = sheet.rows.count
    for words in head.words { sheet.addMerged(words, .sentence, height: 24) }
    sheet.addNotes(edition, unit: head.unit)
    let header = sheet.rows.count
    sheet.add(([.text("序号", .header)] + columns.map { .text($0.label, .header) }), height: 36)
    sheet.frozenRows = sheet.rows.count
    sheet.frozenColumns = 2
    sheet.repeatedRows = header...header
    add(groups, counted: head.counted, to: &sheet)
    sheet.fitColumns(from: header, within: bounds)
    for (index, words) in head.words.enumerated() {
      sheet.rows[wordsRow + index].height =
        sheet.mergedHeight(words, fontSize: 14, leading: 1.5) + 10
    }
    if groups.allSatisfy(\.rows.isEmpty) { sheet.addNothing(head.nothing) }
    sheet.addCaptions(edition, captions)
    return sheet
  }

  private func add(_ groups: [Group], counted: String, to sheet: inout ReportSheet) {
    let first = sheet.rows.count
    var serial = 0
    for group in groups where !group.rows.isEmpty {
      if let heading = group.heading { sheet.addMerged(heading, .sectionText, height: 24) }
      for row in group.rows {
        serial += 1
        sheet.add(
          [.count(serial, .serial)] + columns.map { $0.cell(row) },
          outline: group.heading == nil ? 0 : 1)
      }
    }
    guard serial > 0 else { return }
    sheet.filteredRows = (first - 1)...(sheet.rows.count - 1)
    addTotal(
      groups.flatMap(\.rows), first...(sheet.rows.count - 1), "\(serial)\(counted)", to: &sheet)
  }

  /// Adds the total row for the summed columns; a column without figures stays blank.
  private func addTotal(
    _ rows: [Row], _ range: ClosedRange<Int>, _ count: String, to sheet: inout ReportSheet
  ) {
    guard let firstSum = columns.firstIndex(where: \.isSummed) else { return }
    var cells = [ReportCell](
      repeating: ReportCell(.blank, .totalText), count: columns.count + 1)
    cells[0] = .text("合计（共\(count)）", .totalText)
    for (index, column) in columns.enumerated() where column.isSummed {
      let own = rows.map { column.cell($0) }
      let figures = own.compactMap(\.figure)
      let sum = figures.isEmpty ? nil : figures.reduce(0, +)
      cells[index + 1] = .subtotal(sum, index + 1, range, own[0].style.total)
    }
    sheet.merges.append(
      ReportSheet.Merge(row: sheet.rows.count, lastRow: sheet.rows.count, columns: 0...firstSum))
    sheet.add(cells, height: 24)
  }
}

extension ReportTable.Column {
  /// A text, left-aligned.
  static func text(
    _ label: String, _ width: ClosedRange<Double>, _ text: @escaping (Row) -> String?
  ) -> Self {
    Self(label: label, width: width, isSummed: false) { .text(text($0)) }
  }

  /// A short text, centred.
  static func centred(
    _ label: String, _ width: ClosedRange<Double>, _ text: @escaping (Row) -> String?
  ) -> Self {
    Self(label: label, width: width, isSummed: false) { .text(text($0), .centred) }
  }

  /// A sum in 万元, added up below.
  static func wan(_ label: String, _ sum: @escaping (Row) -> Money?) -> Self {
    Self(label: label, width: 10...15, isSummed: true) {
      .number(sum($0)?.double(in: .wanYuan), .wan)
    }
  }

  /// A count, added up below; blank if zero.
  static func count(_ label: String, _ count: @escaping (Row) -> Int) -> Self {
    Self(label: label, width: 8...12, isSummed: true) { .countOrBlank(count($0)) }
  }

  /// A share; blank if unknown.
  static func rate(_ label: String, _ rate: @escaping (Row) -> Double?) -> Self {
    Self(label: label, width: 8...11, isSummed: false) { .number(rate($0), .rate) }
  }

  /// Any cell made from the row.
  static func cell(
    _ label: String, _ width: ClosedRange<Double>, _ cell: @escaping (Row) -> ReportCell
  ) -> Self {
    Self(label: label, width: width, isSummed: false, cell: cell)
  }
}

extension ReportCell {
  fileprivate var figure: Double? {
    switch content {
    case .number(let number), .formula(_, let number): number
    case .blank, .text: nil
    }
  }
}

extension ReportStyle {
  /// The style of a total of figures of this style.
  fileprivate var total: ReportStyle {
    switch self {
    case .count: .totalCount
    case .yi: .totalYi
    case .rate: .totalRate
    default: .totalWan
    }
  }
}
