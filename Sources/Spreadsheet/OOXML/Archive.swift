import CZip

/// The parts of an OPC package (ECMA-376 part 2), unpacked on demand within limits.
///
/// A wrong checksum is refused: read as an empty sheet it would look like a deleted list.
final class Archive {
  private let handle: OpaquePointer
  private let bytes: [UInt8]
  private let limits: Limits
  private let indexes: [String: UInt64]
  private var unpacked = 0

  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    self.bytes = bytes
    self.limits = limits
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // The buffer lives as long as `self.bytes`, which is never changed.
    let address = self.bytes.withUnsafeBytes { $0.baseAddress }
    guard
      let source = zip_source_buffer_create(address, zip_uint64_t(bytes.count), 0, &error)
    else { throw .damaged(part: "", reason: .archive) }
    guard let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      zip_source_free(source)
      throw .damaged(part: "", reason: .archive)
    }
    self.handle = handle
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.parts else {
      zip_discard(handle)
      throw .limit(.parts, allowed: limits.parts)
    }
    var indexes: [String: UInt64] = [:]
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
      let key = Self.key(String(cString: name))
      if indexes[key] == nil { indexes[key] = index }
    }
    self.indexes = indexes
  }

  deinit { zip_discard(handle) }

  /// Whether a part exists; names are compared without regard to case or a leading slash.
  func contains(_ name: String) -> Bool { indexes[Self.key(name)] != nil }

  /// A part's bytes, or nil when there is no such part.
  func part(_ name: String) throws(SpreadsheetError) -> [UInt8]? {
    guard let index = indexes[Self.key(name)] else { return nil }
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(handle, index, 0, &stat) == 0 else {
      throw .damaged(part: name, reason: .archive)
    }
    if stat.encryption_method != 0 { throw .encrypted }
    guard let file = zip_fopen_index(handle, index, 0) else {
      throw .damaged(part: name, reason: .compression)
    }
    defer { zip_fclose(file) }
    return try read(file, name: name, packed: Int(clamping: stat.comp_size), stated: Int(clamping: stat.size))
  }

  private func read(
    _ file: OpaquePointer, name: String, packed: Int, stated: Int
  ) throws(SpreadsheetError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(min(stated, limits.partBytes, packed * 40 + 65_536))
    let chunkSize = 1 << 18
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    while true {
      let count = chunk.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t(chunkSize)) }
      if count < 0 { throw .damaged(part: name, reason: .checksum) }
      if count == 0 { break }
      result.append(contentsOf: chunk[..<Int(count)])
      unpacked += Int(count)
      if result.count > limits.partBytes { throw .limit(.partBytes, allowed: limits.partBytes) }
      if unpacked > limits.totalBytes { throw .limit(.totalBytes, allowed: limits.totalBytes) }
      if result.count > 16 << 20, result.count / limits.ratio > packed {
        throw .limit(.ratio, allowed: limits.ratio)
      }
    }
    return result
  }

  private static func key(_ name: String) -> String {
    var key = name.lowercased().replacing("\\", with: "/")
    while key.hasPrefix("/") { key.removeFirst() }
    return key
  }
}
