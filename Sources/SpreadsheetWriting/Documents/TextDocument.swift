package import Foundation

/// A short text document in A4 portrait in the style of official Chinese documents: a title,
/// paragraphs, tables.
package struct TextDocument: Sendable {
  package var title: String
  package var author: String
  package let created: Date
  package var blocks: [Block] = []

  /// An empty document. Its date `created` is stored, so equal content with an equal date gives equal bytes.
  package init(title: String, author: String, created: Date) {
    self.title = title
    self.author = author
    self.created = created
  }

  /// The blocks of the document, in order.
  package enum Block: Sendable {
    case paragraph(String, Look)
    case table(Table)
  }

  /// A paragraph's format; `size` in half points, `line` height in twentieths of a point.
  package struct Look: Sendable {
    package var font: String
    package var size: Int
    package var line: Int
    package var side: Side
    /// Whether the line height is exact, else a minimum.
    package var isExact = true
    package var isBold = false
    /// Whether the first line is indented by two characters.
    package var isIndented = false

    /// A format with a font and an alignment.
    package init(_ font: String, size: Int, line: Int, _ side: Side) {
      self.font = font
      self.size = size
      self.line = line
      self.side = side
    }
  }

  /// The alignment of text.
  package enum Side: String, Sendable {
    case left
    case center
    case right
    case both
  }

  /// A table whose header repeats on every page.
  package struct Table: Sendable {
    /// A column: label, relative width and alignment.
    package struct Column: Sendable {
      package let label: String
      package let share: Int
      package let side: Side

      /// A column with a label.
      package init(_ label: String, share: Int, _ side: Side) {
        self.label = label
        self.share = share
        self.side = side
      }
    }

    package let columns: [Column]
    package let rows: [[String]]
    /// Whether the last row is a total.
    package let hasTotal: Bool
    /// The formats of labels and of cells.
    package let header: Look
    package let body: Look

    /// A table of texts; each row must have one for every column.
    package init(
      _ columns: [Column], rows: [[String]], hasTotal: Bool, header: Look, body: Look
    ) {
      self.columns = columns
      self.rows = rows
      self.hasTotal = hasTotal
      self.header = header
      self.body = body
    }

    /// The format of a cell.
    func look(of column: Column, isHeader: Bool, isBold: Bool) -> Look {
      var look = isHeader ? header : body
      look.side = isHeader ? .center : column.side
      look.isBold = isBold
      return look
    }
  }

  /// Writes the file (.docx, ECMA-376) completely or not at all.
  package func write(to path: String) throws(WriteError) {
    let bytes = try PackageBytes.make(parts, path: path)
    let file = try TextWriter(path: path)
    try file.write(bytes)
    try file.finish()
  }
}
