import Glibc
import Wording

/// A regular file opened for reading: not a folder, a pipe without a writer, or an endless device.
///
/// The type is checked before opening and again on the open descriptor, because the path may change in between.
/// Opening does not block.
enum RegularFile {
  /// The number of bytes read between checks for a stop request.
  static let portion = 4 << 20

  /// Throws unless the path is a regular file: `missingFile`, `isDirectory`, `notAFile`, `unreadable`.
  static func check(_ path: FilePath) throws {
    var facts = stat()
    guard stat(path.terminated, &facts) == 0 else { throw failure(path, errno) }
    try check(facts, path)
  }

  private static func check(_ facts: stat, _ path: FilePath) throws {
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw OperationError.isDirectory(path: path.text)
    case S_IFIFO: throw OperationError.notAFile(path: path.text, .pipe)
    case S_IFSOCK: throw OperationError.notAFile(path: path.text, .socket)
    default: throw OperationError.notAFile(path: path.text, .device)
    }
  }

  private static func failure(_ path: FilePath, _ number: Int32) -> OperationError {
    number == ENOENT || number == ENOTDIR
      ? .missingFile(path: path.text) : .unreadable(path: path.text, errno: number)
  }

  /// All bytes of a file, without a second copy in memory. Throws the errors of `check`, `interrupted`, and
  /// `fileTooLarge` before reading more than the limit.
  static func read(_ path: FilePath, limit: Int, interruption: Interruption) throws -> [UInt8] {
    try check(path)
    let descriptor = open(path.terminated, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw failure(path, errno) }
    try check(facts, path)
    let size = Int(facts.st_size)
    guard size <= limit else {
      throw OperationError.fileTooLarge(path: path.text, bytes: size, limit: limit)
    }
    var problem: OperationError?
    /// Reads into `place`; returns 0 at the end and on failure.
    func read(into place: UnsafeMutablePointer<UInt8>?, _ wanted: Int) -> Int {
      while !interruption.isRequested {
        let count = Glibc.read(descriptor, place, min(wanted, portion))
        if count >= 0 { return count }
        if errno != EINTR {
          problem = failure(path, errno)
          return 0
        }
      }
      problem = .interrupted
      return 0
    }
    var bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
      while count < size {
        let more = read(into: room.baseAddress.map { $0 + count }, size - count)
        if more == 0 { return }
        count += more
      }
    }
    // Reads on to the end for files that grow meanwhile, or whose size is reported as 0, as in `/proc`.
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while problem == nil {
      let more = read(into: &chunk, chunk.count)
      if more == 0 { break }
      bytes += chunk[..<more]
      if bytes.count > limit {
        problem = .fileTooLarge(path: path.text, bytes: bytes.count, limit: limit)
      }
    }
    if let problem { throw problem }
    return bytes
  }
}
