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

  /// What a paragraph is, which decides its font, size and place.
  package enum Look: Sendable, CaseIterable {
    case mark
    case title
    case note
    case body
    case heading
    case small
    case right
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

    package enum Side: String, Sendable {
      case left
      case center
      case right
    }

    package let columns: [Column]
    package let rows: [[String]]
    /// Whether the last row is a total.
    package let hasTotal: Bool

    /// A table of texts, each row as wide as the columns.
    package init(_ columns: [Column], rows: [[String]], hasTotal: Bool) {
      self.columns = columns
      self.rows = rows
      self.hasTotal = hasTotal
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
