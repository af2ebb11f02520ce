import CZip

/// The unpacked bytes of one part, as they come out of the archive.
///
/// The checksum and the size are checked when the last byte is read, so a part counts as read only
/// after its end.
final class PartStream: ByteStream {
  let part: String
  private let file: OpaquePointer
  private let archive: Archive
  /// Bytes before unpacking.
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

  /// Fills a part of the buffer and tells how many bytes came; 0 at the end.
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
  /// All bytes that are left.
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

/// Gives bytes one buffer after the other.
protocol ByteStream: AnyObject {
  /// Fills a part of the buffer and tells how many bytes came; 0 at the end.
  func read(
    into buffer: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(SpreadsheetError) -> Int
}
