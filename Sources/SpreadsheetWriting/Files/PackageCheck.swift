import CZip

/// Verifies a written package: every part unpacks, and every XML part is complete.
///
/// libxlsxwriter ignores failed writes to its temporary files, so a full disk would leave a truncated
/// part in a valid archive.
enum PackageCheck {
  /// Throws `incomplete` when a part is truncated or unreadable.
  static func run(_ path: String) throws(WriteError) {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      throw .incomplete(part: path)
    }
    defer { zip_discard(archive) }
    for index in 0..<UInt64(max(zip_get_num_entries(archive, 0), 0)) {
      let part = zip_get_name(archive, index, 0).map { String(cString: $0) } ?? path
      guard try isWhole(archive, index, part) else { throw .incomplete(part: part) }
    }
  }

  private static func isWhole(
    _ archive: OpaquePointer, _ index: UInt64, _ part: String
  ) throws(WriteError) -> Bool {
    guard let file = zip_fopen_index(archive, index, 0) else { return false }
    defer { zip_fclose(file) }
    let size = 1 << 18
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    var head: [UInt8] = []
    var tail: [UInt8] = []
    while true {
      let count = Int(zip_fread(file, buffer, UInt64(size)))
      guard count >= 0 else { return false }
      if count == 0 { break }
      let chunk = UnsafeBufferPointer(start: buffer, count: count)
      if head.isEmpty { head = Array(chunk.prefix(512)) }
      tail = Array((tail + chunk.suffix(128)).suffix(128))
    }
    return endsAsItBegan(
      String(decoding: head, as: UTF8.self), String(decoding: tail, as: UTF8.self))
  }

  /// Whether text ends with the end tag of its first element, or is one empty element.
  private static func endsAsItBegan(_ head: String, _ tail: String) -> Bool {
    var rest = head[...]
    if rest.hasPrefix("<?"), let end = rest.firstIndex(of: ">") {
      rest = rest[rest.index(after: end)...]
    }
    guard let start = rest.firstIndex(of: "<") else { return false }
    let name = rest[rest.index(after: start)...].prefix { !" \r\n\t/>".contains($0) }
    let end = tail.reversed().drop { $0.isWhitespace }.reversed()
    return String(end).hasSuffix("</\(name)>") || String(end).hasSuffix("/>")
  }
}
