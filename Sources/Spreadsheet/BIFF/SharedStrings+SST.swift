extension SharedStrings {
  /// Reads the record SST ([MS-XLS] §2.4.265) and its continuations.
  convenience init(
    _ record: Record, before reader: RecordReader, limits: Limits
  ) throws(SpreadsheetError) {
    self.init()
    let part = reader.stream.name
    var rest = ContinuedRecord(record, from: 4, before: reader)
    let promised = try rest.uint32()
    while count < promised, try !rest.isAtEnd() {
      let start = byteCount
      try append { text throws(SpreadsheetError) in
        let length = try rest.uint16()
        try rest.unicode(length: length, into: &text)
      }
      guard byteCount - start <= limits.textBytes else {
        throw .exceeded(.textBytes, part: part, at: nil)
      }
      guard byteCount <= limits.sharedTextBytes else {
        throw .exceeded(.sharedTextBytes, part: part, at: nil)
      }
    }
  }
}
