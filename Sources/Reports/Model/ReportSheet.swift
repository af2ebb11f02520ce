/// A sheet of a book, laid out but not written: what stands where, in which style.
///
/// Rows and columns count from 0.
package struct ReportSheet: Hashable, Sendable {
  /// What its tab is called; `BookFile` makes it a name that workbooks take.
  package var name: String
  /// Widths of the columns in characters; an East Asian character is two.
  package var widths: [Double]
  package var rows: [ReportRow] = []
  package var merges: [Merge] = []
  package var charts: [ReportChart] = []
  /// Rows and columns that stay in view.
  package var frozenRows = 0
  package var frozenColumns = 0
  /// Rows printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// The header row and last row of an autofilter over all columns.
  package var filteredRows: ClosedRange<Int>?
  /// What it is printed on; nil leaves it to the sheet's width.
  package var paper: Paper?
  /// Whether only open cells can be changed; there is no password, it keeps from mistakes.
  package var isProtected = false
  package var choices: [ReportChoices] = []
  /// Rows that begin a new page.
  package var pageBreaks: [Int] = []
  /// Tables that are not torn where a page can hold them: a page of their own rather than two halves.
  package var wholeTables: [ClosedRange<Int>] = []
  /// Columns of sums whose whole values are shown without places, by the rows that hold them.
  package var wholeSums: [Int: ClosedRange<Int>] = [:]
  /// What it says in place of rows; nil where it has some.
  package var nothing: String?
  /// Printed at the right above every page, such as 草稿.
  package var pageMark: String?

  package enum Paper: String, Hashable, Sendable, CaseIterable {
    case a4 = "A4"
    case a3 = "A3"
  }

  /// Cells of one row shown as one.
  package struct Merge: Hashable, Sendable {
    package let row: Int
    package let lastRow: Int
    package let columns: ClosedRange<Int>
  }

  package init(name: String, widths: [Double]) {
    self.name = name
    self.widths = widths
  }

  /// Adds a row.
  mutating func add(_ cells: [ReportCell], height: Double? = nil, outline: Int = 0) {
    rows.append(ReportRow(cells: cells, height: height, outline: outline))
  }

  /// Adds a row of one text over several columns.
  mutating func addMerged(
    _ text: String, _ style: ReportStyle, columns: ClosedRange<Int>? = nil, height: Double? = nil
  ) {
    let columns = columns ?? 0...max(0, widths.count - 1)
    var cells = [ReportCell](repeating: ReportCell(.blank, style), count: columns.upperBound + 1)
    cells[columns.lowerBound] = ReportCell(.text(text), style)
    if columns.count > 1 {
      merges.append(Merge(row: rows.count, lastRow: rows.count, columns: columns))
    }
    add(cells, height: height)
  }
}

/// Cells that take one of the texts of a range.
package struct ReportChoices: Hashable, Sendable {
  package let rows: ClosedRange<Int>
  package let column: Int
  /// Such as `='选项'!$A$2:$A$14`.
  package let range: String
  /// What is chosen.
  package let label: String
}

/// A row of a sheet.
package struct ReportRow: Hashable, Sendable {
  /// By column from the first.
  package var cells: [ReportCell]
  /// In points; nil is as high as its texts need.
  package var height: Double?
  /// Depth in the outline; 0 is not grouped.
  package let outline: Int
}

/// A cell with its style.
package struct ReportCell: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case blank
    case text(String)
    case number(Double)
    /// A formula with the value it has: phones and previews show nothing otherwise.
    case formula(String, Double)
  }

  package let content: Content
  package let style: ReportStyle

  package init(_ content: Content, _ style: ReportStyle) {
    self.content = content
    self.style = style
  }

  static func text(_ text: String?, _ style: ReportStyle = .text) -> ReportCell {
    guard let text, !text.isEmpty else { return ReportCell(.blank, style) }
    return ReportCell(.text(text), style)
  }

  static func number(_ number: Double?, _ style: ReportStyle) -> ReportCell {
    ReportCell(number.map { .number($0) } ?? .blank, style)
  }

  static func count(_ count: Int, _ style: ReportStyle = .count) -> ReportCell {
    ReportCell(.number(Double(count)), style)
  }
}

/// What a cell is, which decides how it looks in every book.
package enum ReportStyle: String, Hashable, Sendable, CaseIterable {
  case annex
  case title
  /// A title in several lines.
  case foldedTitle
  case noteLeft
  case noteRight
  case sentence
  case header
  case text
  case centred
  case serial
  case count
  case wan
  case exactWan
  case yi
  case rate
  case normal
  case lagging
  case serious
  case unreported
  case sectionText
  case sectionCount
  case sectionWan
  case sectionYi
  case sectionRate
  case totalText
  case totalCount
  case totalWan
  case totalYi
  case totalRate
  case caption
  case note
  case nothing
  case locked
  case lockedSerial
  case inputText
  case inputWan
}

/// A native chart over cells of its own sheet.
package struct ReportChart: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case column
    /// Lists downwards, as a funnel does.
    case bar
  }

  /// A series: the cells of its name, categories and values.
  package struct Series: Hashable, Sendable {
    /// What it tells, which decides its colour: the same in every chart.
    package enum Role: Hashable, Sendable {
      case plan
      case done
      /// A scale, from the first stage to the last.
      case stages
    }

    package let role: Role
    package let nameRow: Int
    package let nameColumn: Int
    package let rows: ClosedRange<Int>
    package let categoryColumn: Int
    package let valueColumn: Int
  }

  package let kind: Kind
  package let title: String
  package let valueTitle: String
  package let series: [Series]
  /// The cell of its upper left corner.
  package let row: Int
  package let column: Int
  /// In pixels.
  package let width: Int
  package let height: Int
}
