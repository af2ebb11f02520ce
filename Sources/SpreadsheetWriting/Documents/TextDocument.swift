package import Foundation

/// A short text document on A4 upright, as official Chinese papers look: a title, paragraphs, tables.
package struct TextDocument: Sendable {
  package var title: String
  package var author: String
  package let created: Date
  package var blocks: [Block] = []

  /// An empty document; `created` is its date, so that the same content gives the same bytes.
  package init(title: String, author: String, created: Date) {
    self.title = title
    self.author = author
    self.created = created
  }

  /// What follows one another on the page.
  package enum Block: Sendable {
    case paragraph(String, Look)
    case table(Table)
  }

  /// How a paragraph looks; its size in half points, its lines in twentieths of a point.
  package struct Look: Sendable {
    package var font: String
    package var size: Int
    package var line: Int
    package var side: Side
    /// Whether lines are that high whatever stands in them.
    package var isExact = true
    package var isBold = false
    /// Whether the first line begins two characters in.
    package var isIndented = false

    /// A look of a font at a side.
    package init(_ font: String, size: Int, line: Int, _ side: Side) {
      self.font = font
      self.size = size
      self.line = line
      self.side = side
    }
  }

  /// Where texts stand.
  package enum Side: String, Sendable {
    case left
    case center
    case right
    case both
  }

  /// A table with a header that repeats on every page.
  package struct Table: Sendable {
    /// A column: its share of the width, and where its texts stand.
    package struct Column: Sendable {
      package let label: String
      package let share: Int
      package let side: Side

      /// A column with its label.
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
    /// The looks of labels and of what stands below them.
    package let header: Look
    package let body: Look

    /// A table of texts, each row as wide as the columns.
    package init(
      _ columns: [Column], rows: [[String]], hasTotal: Bool, header: Look, body: Look
    ) {
      self.columns = columns
      self.rows = rows
      self.hasTotal = hasTotal
      self.header = header
      self.body = body
    }

    /// How a cell looks.
    func look(of column: Column, isHeader: Bool, isBold: Bool) -> Look {
      var look = isHeader ? header : body
      look.side = isHeader ? .center : column.side
      look.isBold = isBold
      return look
    }
  }

  /// Writes the file (.docx, ECMA-376) whole, or nothing.
  package func write(to path: String) throws(WriteError) {
    let bytes = try PackageBytes.make(parts, path: path)
    let file = try TextWriter(path: path)
    try file.write(bytes)
    try file.finish()
  }
}
