/// Why a file cannot be read or written: facts only, worded for people elsewhere.
package enum SpreadsheetError: Error, Hashable, Sendable {
  /// No bytes at all.
  case empty
  /// Content of a kind that is not read.
  case unsupported(Kind)
  /// Opens only with a password.
  case encrypted
  /// A part that the format demands is missing.
  case missingPart(String)
  /// The content contradicts its own format: where, and what is wrong.
  case damaged(part: String, reason: Damage)
  case limit(Limit, allowed: Int)
  /// A workbook cannot be written: what was tried, and the library's error number.
  case writing(path: String, action: String, code: Int32)
  /// The path cannot be written: the system's error number.
  case path(String, errno: Int32)
  /// A text longer than a cell holds.
  case textTooLong(sheet: String, row: Int, column: Int)

  package enum Kind: String, Hashable, Sendable {
    case webPage
    case xml2003
    case xls
    case ods
    case pdf
    case picture
    case document
    case archive
    case binary
  }

  package enum Damage: String, Hashable, Sendable {
    case archive
    case checksum
    case truncated
    case markup
    case doctype
    case encoding
    case compression
    case quote
  }

  package enum Limit: String, Hashable, Sendable {
    case partBytes
    case totalBytes
    case ratio
    case parts
    case sheets
    case cells
    case textBytes
    case merges
    case depth
    case columns
  }
}
