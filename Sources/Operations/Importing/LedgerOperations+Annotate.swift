import Foundation
import Intake
import Ledger
import Matching
import Reports
import Spreadsheet
import SpreadsheetWriting
import Wording

extension LedgerOperations {
  /// Writes the sender's workbook with its problems marked; corrected and returned, it can be imported as the
  /// same list.
  package func annotate(_ prepared: PreparedImport, to path: String) throws {
    try permissions().require(.export, in: catalogue())
    let path = try output(path)
    let workbook = try Workbook.read(prepared.file.bytes, limits: limits)
    var properties = WorkbookProperties(created: now())
    properties.title = prepared.file.name
    properties.author = OpinionWords.author
    properties.comments = OpinionWords.comments(prepared.opinions.count, maker: maker)
    try AnnotatedBook(
      workbook, prepared.opinions(on: workbook), label: ReviewColumn.label,
      properties: properties
    ).write(to: path)
  }
}

extension PreparedImport {
  /// The number of project rows with remarks in the annotated workbook.
  package var annotatedRows: Int {
    let found = plan.list.findings.compactMap { finding in
      Self.row(of: finding).map { [finding.sheet, String($0)] }
    }
    let held = plan.rows(.review).map {
      [plan.list.tables[$0.table].layout.sheet, String($0.row.number)]
    }
    return Set(found + held).count
  }

  /// The row of a finding; nil for hidden rows, which are annotated one by one, and for findings without a row.
  private static func row(of finding: Finding) -> Int? {
    finding.code == .hiddenRows ? nil : Int(finding.cell.drop { $0.isASCII && $0.isLetter })
  }
}

extension PreparedImport {
  /// The remarks on rows and cells, each with its sheet.
  fileprivate var opinions: [(sheet: String, opinion: AnnotatedBook.Opinion)] {
    plan.list.findings.flatMap(opinions) + plan.rows(.review).compactMap(opinion)
  }

  /// The remarks by sheet, with the header rows of the tables.
  fileprivate func opinions(on workbook: Workbook) -> [AnnotatedBook.SheetOpinions] {
    let bySheet = Dictionary(grouping: opinions, by: \.sheet)
    return workbook.sheets.map { sheet in
      var opinions = AnnotatedBook.SheetOpinions()
      opinions.headers = plan.list.tables.filter { $0.layout.sheet == sheet.name }.compactMap {
        guard let first = $0.layout.headerRows.min(), let last = $0.layout.headerRows.max() else {
          return nil
        }
        return first...last
      }
      if !opinions.headers.isEmpty {
        opinions.opinions = (bySheet[sheet.name] ?? []).map(\.opinion)
        opinions.opinions += plan.list.tables.filter { $0.layout.sheet == sheet.name }.flatMap {
          self.opinions(onColumnsOf: $0, sheet)
        }
        opinions.opinions += sheet.rows.filter(\.isHidden).map {
          AnnotatedBook.Opinion(row: $0.number, column: nil, text: OpinionWords.hiddenRow)
        }
      }
      return opinions
    }
  }

  /// The remarks on unknown columns, at the lowest header cell of each.
  private func opinions(
    onColumnsOf table: ParsedTable, _ sheet: Sheet
  ) -> [AnnotatedBook.Opinion] {
    table.unknownColumns.compactMap { column in
      let header = sheet.rows.filter { table.layout.headerRows.contains($0.number) }
      let labelled = header.last { $0[column: column.index] != nil } ?? header.last
      guard let row = labelled?.number else { return nil }
      return AnnotatedBook.Opinion(
        row: row, column: column.index, text: OpinionWords.column(column))
    }
  }

  private func opinions(
    _ finding: Finding
  ) -> [(sheet: String, opinion: AnnotatedBook.Opinion)] {
    // Hidden rows are annotated one by one; hidden columns and sheets have no row.
    let letters = finding.cell.prefix { $0.isASCII && $0.isLetter }
    guard finding.code != .hiddenRows, let row = Int(finding.cell.dropFirst(letters.count)),
      let column = CellReference.column(letters)
    else { return [] }
    let text = finding.sentence(catalogue) + finding.suggestion(catalogue)
    return [(finding.sheet, AnnotatedBook.Opinion(row: row, column: column, text: text))]
  }

  private func opinion(
    _ row: PlannedRow
  ) -> (sheet: String, opinion: AnnotatedBook.Opinion)? {
    guard row.action == .review else { return nil }
    let table = plan.list.tables[row.table].layout
    let column = table.mapped.first { $0.meaning.namesProjects }?.index
    let text = OpinionWords.review(row)
    return (table.sheet, AnnotatedBook.Opinion(row: row.row.number, column: column, text: text))
  }
}
