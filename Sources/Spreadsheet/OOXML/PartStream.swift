import CZip

/// The unpacked bytes of one part.
///
/// The checksum and size are verified with the last byte, so the content is trustworthy only after the end.
final class PartStream: ByteStream {
  let part: String
  private let file: OpaquePointer
  private let archive: Archive
  /// The packed size in bytes.
  let packed: Int
  private let limits: Limits
  private var unpacked = 0

  init(file: OpaquePointer, archive: Archive, part: String, packed: Int, limits: Limits) {
    self.file = file
    self.archive = archive
    self.part = part
    self.packed = packed
    self.limits = limits
  }

  deinit { archive.exclusively { _ = zip_fclose(file) } }

  /// Reads into the buffer and returns the number of bytes; 0 at the end. Throws `damaged` or `exceeded`.
  func read(
    into buffer: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(SpreadsheetError) -> Int {
    let count = archive.exclusively { Int(zip_fread(file, buffer, UInt64(capacity))) }
    guard count >= 0 else {
      let code = zip_error_code_zip(zip_file_get_error(file))
      let isWrongSum = code == ZIP_ER_CRC || code == ZIP_ER_INCONS
      throw .damaged(part: part, isWrongSum ? .checksum : .packing)
    }
    unpacked += count
    try archive.count(count, of: part)
    if unpacked > limits.partBytes { throw .exceeded(.partBytes, part: part, at: nil) }
    if unpacked > limits.ratioFloor, unpacked / max(packed, 1) > limits.ratio {
      throw .exceeded(.ratio, part: part, at: nil)
    }
    return count
  }
}

extension ByteStream {
  /// All remaining bytes.
  func readAll() throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    let size = 1 << 16
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    while true {
      let count = try read(into: buffer, capacity: size)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: UnsafeBufferPointer(start: buffer, count: count))
    }
  }
}

/// A stream of bytes, read buffer by buffer.
protocol ByteStream: AnyObject {
  /// Reads into the buffer and returns the number of bytes; 0 at the end.
  func read(
    into buffer: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(SpreadsheetError) -> Int
}
