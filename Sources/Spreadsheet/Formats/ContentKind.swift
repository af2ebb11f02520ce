/// The kind of a file by its content, regardless of its name.
package enum ContentKind: Sendable, Hashable {
  /// A zip archive: an Office Open XML or OpenDocument file, or neither.
  case archive
  /// An OLE2 compound file or BIFF stream: a workbook of Excel before 2007 or of WPS, or an encrypted
  /// package. Refused with this kind only when older than Excel 5.0.
  case xls
  case xlsb
  case webPage
  /// An XML file, such as a workbook saved as XML 2003.
  case xml
  case pdf
  case picture
  case richText
  /// A word processor's document.
  case document
  /// A presentation.
  case slides
  /// A compressed file other than zip.
  case packed
  case binary
  /// Text: a table when it has separators or lines, else a single phrase.
  case text
}
