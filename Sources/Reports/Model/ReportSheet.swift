/// A sheet of a book, laid out but not written: contents and styles.
///
/// Rows and columns count from 0.
package struct ReportSheet: Hashable, Sendable {
  /// The name of the tab; `BookFile` turns it into a valid sheet name.
  package var name: String
  /// Widths of the columns in characters; an East Asian character counts as two.
  package var widths: [Double]
  package var rows: [ReportRow] = []
  package var merges: [Merge] = []
  package var charts: [ReportChart] = []
  /// Frozen rows and columns.
  package var frozenRows = 0
  package var frozenColumns = 0
  /// Rows printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// The header row and last row of an autofilter over all columns.
  package var filteredRows: ClosedRange<Int>?
  /// The paper it is printed on; nil chooses by the sheet's width.
  package var paper: Paper?
  /// Whether only open cells can be changed; without a password, only against mistakes.
  package var isProtected = false
  package var choices: [ReportChoices] = []
  /// Rows that begin a new page.
  package var pageBreaks: [Int] = []
  /// Tables that get a page of their own rather than being split, if a page can hold them.
  package var wholeTables: [ClosedRange<Int>] = []
  /// Columns of sums in which whole values are shown without decimals, with their rows.
  package var wholeSums: [Int: ClosedRange<Int>] = [:]
  /// The text in place of rows; nil if there are rows.
  package var nothing: String?
  /// Printed at the right above every page, such as 草稿.
  package var pageMark: String?

  package enum Paper: String, Hashable, Sendable, CaseIterable {
    case a4 = "A4"
    case a3 = "A3"
  }

  /// Cells merged into one.
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

  /// Adds a row with one text across several columns.
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

/// Cells with a drop-down list of the texts of a range.
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
  /// By column, from the first.
  package var cells: [ReportCell]
  /// In points; nil fits the texts.
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
    /// A formula with its value, because phones and previews do not calculate.
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

/// The kind of a cell, which decides its look in every book.
package enum ReportStyle: String, Hashable, Sendable, CaseIterable {
  case annex
  case title
  /// A title that wraps.
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
    /// Horizontal bars, listed downwards.
    case bar
  }

  /// A series: the cells of its name, categories and values.
  package struct Series: Hashable, Sendable {
    /// The meaning of the series, which decides its colour in every chart.
    package enum Role: Hashable, Sendable {
      case plan
      case done
      /// A colour scale, from the first stage to the last.
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
