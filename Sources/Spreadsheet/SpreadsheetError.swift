/// The reason why bytes could not be read as a workbook: facts only, put into words elsewhere.
package enum SpreadsheetError: Error, Sendable, Hashable {
  /// There are no bytes, or only white space.
  case empty
  /// The content is encrypted with a password.
  case encrypted
  /// Text full of private-use characters, as it is when decoded with the wrong encoding; `likely` is
  /// the iconv name of the probable one.
  case unreadableText(likely: String?)
  /// The content is of a recognised kind that this reader does not support.
  case unsupported(ContentKind)
  /// A zip archive without a workbook.
  case noWorkbook
  /// A part of the file, or the file itself when `part` is nil, violates its format.
  case damaged(part: String?, Damage)
  /// A limit is exceeded in a part, at a cell or row where that is known.
  case exceeded(Limit, part: String?, at: String?)

  /// The caller cancelled reading.
  case stopped

  /// The kind of damage.
  package enum Damage: Sendable, Hashable {
    /// The zip archive cannot be opened, or ends early.
    case archive
    /// The checksum or size of the unpacked bytes differs from the archive's entry.
    case checksum
    /// The packed bytes cannot be decompressed.
    case packing
    /// The archive has two entries of this name.
    case duplicate
    /// A part that another part refers to is missing.
    case missing
    /// A reference to outside the package.
    case outside
    /// The XML is malformed at this byte offset.
    case markup(offset: Int)
    /// The XML has a DOCTYPE, which no office program writes.
    case documentType
    /// An invalid reference to a row or cell.
    case reference(String)
    /// A cell refers to a shared string that does not exist.
    case sharedString(Int)
    /// The header or directory of a compound file is invalid.
    case directory
    /// A chain of sectors has a cycle, leaves the compound file or is too short.
    case chain
    /// The record at this offset of the workbook's stream is cut short or invalid there.
    case record(offset: Int)
    /// Bytes that are not text in any supported encoding.
    case encoding
  }

  /// The limits of `Limits` that can be exceeded.
  package enum Limit: Sendable, Hashable {
    case partBytes, totalBytes, ratio, parts, sheets, rows, columns, cells, styles, merges
    case textBytes, cellTextBytes, sharedTextBytes, depth, attributes
  }
}
