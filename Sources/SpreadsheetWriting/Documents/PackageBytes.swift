import CZip

#if canImport(Glibc)
  import Glibc
#endif

/// Makes an Open Packaging archive (ECMA-376 Part 2) in memory; equal parts give equal bytes.
enum PackageBytes {
  /// Packs the parts; `path` is used only in the error. Throws `incomplete`.
  static func make(
    _ parts: [(name: String, text: String)], path: String
  ) throws(WriteError) -> [UInt8] {
    var fault = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 0, &fault) else {
      throw .incomplete(part: path)
    }
    defer { zip_source_free(source) }
    zip_source_keep(source)
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &fault) else {
      zip_source_free(source)
      throw .incomplete(part: path)
    }
    for part in parts where !add(part.name, Array(part.text.utf8), to: archive) {
      zip_discard(archive)
      throw .incomplete(part: part.name)
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .incomplete(part: path)
    }
    return try read(source, path)
  }

  private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) -> Bool {
    // The archive takes ownership of the copy.
    guard let copy = malloc(max(1, bytes.count)) else { return false }
    bytes.withUnsafeBytes { held in
      if let start = held.baseAddress { memcpy(copy, start, held.count) }
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    // 1 January 1980, the earliest date in a zip archive.
    return zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
  }

  private static func read(_ source: OpaquePointer, _ path: String) throws(WriteError) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw .incomplete(part: path) }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &buffer, UInt64(buffer.count))
      guard count >= 0 else { throw .incomplete(part: path) }
      if count == 0 { return bytes }
      bytes += buffer[..<Int(count)]
    }
  }
}
