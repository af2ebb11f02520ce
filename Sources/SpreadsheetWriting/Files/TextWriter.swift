#if canImport(Glibc)
  import Glibc
#endif

/// Writes a text file in UTF-8, piece by piece: memory holds no more than the last pieces.
///
/// The file appears at its path whole or not at all, as a `WorkbookWriter`'s does: a writer that is not
/// finished leaves nothing behind.
package final class TextWriter {
  private let target: TargetFile
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// How many bytes are written together.
  private static let portion = 1 << 16

  /// Starts a file that will stand at a path; refuses at once where it could not. Throws
  /// `folderMissing`, `notWritable`.
  package init(path: String) throws(WriteError) {
    target = try TargetFile(path: path)
    descriptor = open(target.temporary, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritable(target.folder, errno: errno) }
    pending.reserveCapacity(Self.portion * 2)
  }

  deinit { close(descriptor) }

  /// Adds text at the end. Throws `diskFull`, `notWritable`.
  package func write(_ text: String) throws(WriteError) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.portion { try flush() }
  }

  /// Adds bytes at the end. Throws `diskFull`, `notWritable`.
  package func write(_ bytes: [UInt8]) throws(WriteError) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.portion { try flush() }
  }

  /// Brings the file to the disk and puts it in place. Throws `diskFull`, `notWritable`.
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
