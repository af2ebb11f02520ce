/// Why bytes could not be read as a workbook: facts, to be put into words elsewhere.
package enum SpreadsheetError: Error, Sendable, Hashable {
  /// There are no bytes, or nothing but white space.
  case empty
  /// The content is locked with a password.
  case encrypted
  /// Text full of characters without a meaning, as it is when its encoding is taken for another one; what
  /// it seems to be, by the name iconv knows it by.
  case unreadableText(likely: String?)
  /// The content is recognised as something this reader does not read.
  case unsupported(ContentKind)
  /// A zip archive that holds no workbook.
  case noWorkbook
  /// A part of the file, or the file itself when `part` is nil, breaks its format.
  case damaged(part: String?, Damage)
  /// A limit is exceeded in a part, at a cell or row when it is known.
  case exceeded(Limit, part: String?, at: String?)

  /// Whoever asked for the reading wants no more of it.
  case stopped

  /// What is broken.
  package enum Damage: Sendable, Hashable {
    /// The zip archive cannot be opened, or ends early.
    case archive
    /// The checksum or the size of the unpacked bytes is not what the archive promises.
    case checksum
    /// The packed bytes cannot be unpacked.
    case packing
    /// The same part stands in the archive twice.
    case duplicate
    /// A part that another part points to is missing.
    case missing
    /// A reference leaves the package.
    case outside
    /// The XML is not well-formed at this byte.
    case markup(offset: Int)
    /// The XML has a DOCTYPE, which no office program writes.
    case documentType
    /// A reference to a row or a cell is not one.
    case reference(String)
    /// A cell points at a shared string that is not there.
    case sharedString(Int)
    /// The head or the directory of a compound file is none.
    case directory
    /// A chain of sectors loops, leaves the compound file or ends before what it holds.
    case chain
    /// The record at this byte of the workbook's stream is cut short, or cannot stand there.
    case record(offset: Int)
    /// Bytes that are no text in any encoding known here.
    case encoding
  }

  /// Which limit is exceeded.
  package enum Limit: Sendable, Hashable {
    case partBytes, totalBytes, ratio, parts, sheets, rows, columns, cells, styles, merges
    case textBytes, cellTextBytes, sharedTextBytes, depth, attributes
  }
}
