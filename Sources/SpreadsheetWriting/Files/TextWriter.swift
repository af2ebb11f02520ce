#if canImport(Glibc)
  import Glibc
#endif

/// Writes a text file in UTF-8 piece by piece, buffering only the last pieces.
///
/// Like a `WorkbookWriter`'s, the file appears at its path completely or not at all; without `finish`
/// nothing is left.
package final class TextWriter {
  private let target: TargetFile
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// The number of bytes written at a time.
  private static let portion = 1 << 16

  /// Starts a file and checks that its path is writable. Throws `folderMissing`, `notWritable`.
  package init(path: String) throws(WriteError) {
    target = try TargetFile(path: path)
    descriptor = open(target.temporary, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritable(target.folder, errno: errno) }
    pending.reserveCapacity(Self.portion * 2)
  }

  deinit { close(descriptor) }

  /// Appends text. Throws `diskFull`, `notWritable`.
  package func write(_ text: String) throws(WriteError) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.portion { try flush() }
  }

  /// Appends bytes. Throws `diskFull`, `notWritable`.
  package func write(_ bytes: [UInt8]) throws(WriteError) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.portion { try flush() }
  }

  /// Flushes the file to disk and moves it to its path. Throws `diskFull`, `notWritable`.
  package func finish() throws(WriteError) {
    try flush()
    try target.commit()
  }

  private func flush() throws(WriteError) {
    var written = 0
    while written < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw errno == ENOSPC
          ? .diskFull(target.folder) : .notWritable(target.path, errno: errno)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
