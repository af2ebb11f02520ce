import Machine
import Spreadsheet
import SpreadsheetWriting
package import Storage

/// 全字段明细: every field, one row per project, for other programs and for checking books.
///
/// Rows are written as they are read, so that memory depends on the file being made, not on the ledger.
package struct RawBook {
  package static let title = "项目全字段明细"

  private let edition: BookEdition
  private let columns: [RawColumn]

  package init(_ edition: BookEdition, _ columns: [RawColumn]) {
    self.edition = edition
    self.columns = columns
  }

  /// Writes the file completely or not at all; `rows` passes on the projects one by one, on another thread than the
  /// one that writes.
  package func write(
    to path: String,
    rows: @escaping @Sendable (_ take: (StoredProject) throws -> Void) throws -> Void
  ) throws {
    let book = try WorkbookWriter(
      path: path, properties: edition.properties("raw", Self.title), filling: .rowByRow)
    let sheet = try book.addSheet("项目")
    for (index, column) in columns.enumerated() {
      try sheet.setColumns(index...index, width: column.width)
    }
    try writeHeader(book, sheet)
    let styles = try RawStyles(book)
    var last = 1
    var digest = ContentDigest()
    digest.begin(sheet: sheet.name)
    addHeader(to: &digest)
    try BoundedQueue<[RawRow]>.run(room: 8) { [columns, edition] hand in
      var maker = RawRowMaker(columns, catalogue: edition.catalogue)
      var batch: [RawRow] = []
      try rows { project in
        batch.append(maker.row(project))
        guard batch.count == Self.batch else { return }
        try hand(batch)
        batch.removeAll(keepingCapacity: true)
      }
      try hand(batch)
    } use: { batch in
      for row in batch {
        last += 1
        try row.write(to: sheet, number: last, styles)
        row.add(to: &digest, number: last)
      }
    }
    try setUpPage(sheet)
    let range = CellRange(
      firstRow: 1, lastRow: max(2, last), firstColumn: 0, lastColumn: columns.count - 1)
    try sheet.filter(range)
    try sheet.allowNumbersAsText(range)
    try book.state(BookStamp.checksum(digest))
    try book.finish()
  }

  /// The number of projects passed on together.
  private static let batch = 128

  private func writeHeader(_ book: WorkbookWriter, _ sheet: SheetWriter) throws {
    let style = try book.style(
      CellStyle().with {
        $0.isBold = true
        $0.wraps = true
        $0.horizontal = .center
        $0.fill = 0xE8EEF4
      })
    for (index, column) in columns.enumerated() {
      try sheet.write(column.label, row: 1, column: index, style: style)
    }
  }

  private func addHeader(to digest: inout ContentDigest) {
    for (index, column) in columns.enumerated() { digest.add(column.label, row: 1, column: index) }
  }

  /// Freezes number and name, and repeats them on every printed page.
  private func setUpPage(_ sheet: SheetWriter) throws {
    try sheet.freeze(row: 2, column: 2)
    var page = PageSetup()
    page.paper = edition.making.paper == .a4 ? .a4 : .a3
    page.isLandscape = true
    page.fit = nil
    page.isCenteredHorizontally = false
    page.footer = "&L\(edition.note)&C第 &P 页 共 &N 页"
    page.repeatedRows = 1...1
    page.repeatedColumns = 0...1
    try sheet.setPage(page)
  }
}
