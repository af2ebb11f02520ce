/// Reads the text of records: Unicode in BIFF8, bytes in the workbook's code page in BIFF5.
final class TextReader {
  private let version: BIFFVersion
  /// Decodes text beyond ASCII in BIFF5.
  private let decoder: TextDecoder?

  init(_ version: BIFFVersion, codePage: Int) {
    self.version = version
    decoder =
      version == .biff8
      ? nil
      : TextDecoder(CodePage.encoding(codePage)) ?? TextDecoder(TextEncoding.windows1252.rawValue)
  }

  /// The text of a record whose length is at `index` in its body, in one byte or two.
  func read(
    _ record: Record, at index: Int, lengthSize: Int, before reader: RecordReader
  ) throws(SpreadsheetError) -> String {
    var rest = ContinuedRecord(record, from: index, before: reader)
    let length = try lengthSize == 1 ? rest.uint8() : rest.uint16()
    guard length > 0 else { return "" }
    var text = ByteBuffer()
    switch version {
    case .biff8: try rest.unicode(length: length, into: &text)
    case .biff5: try rest.bytes(length, into: &text)
    }
    return decode(text.bytes)
  }

  private func decode(_ text: Bytes) -> String {
    if let decoder, text.contains(where: { $0 >= 0x80 }) {
      return String(decoding: decoder.decode(text, tolerating: .max)?.text ?? [], as: UTF8.self)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
