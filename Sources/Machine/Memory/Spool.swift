import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The temporary file for data too large for memory. It is unlinked at once, so that no other program
/// sees it and nothing of it remains. Where there is no space for it, everything stays in memory.
package final class Spool: Sendable {
  /// In $TMPDIR, else in /var/tmp, which is on a disk where /tmp may be in memory. Lists of some
  /// hundred thousand rows stay below its limit of 128 MiB in memory.
  package static let shared = {
    let told = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return Spool(enough: 1 << 27, folder: told.isEmpty ? "/var/tmp" : told)
  }()

  /// The number of bytes kept in memory; pieces closed beyond it are spilled.
  private let enough: Int
  private let folder: String

  package init(enough: Int, folder: String) {
    self.enough = enough
    self.folder = folder
  }

  fileprivate struct File {
    var descriptor: Int32?
    /// The offset where the next bytes are written.
    var end = 0
    /// The number of pieces that are in the file.
    var pieces = 0
    var isUseless = false
  }

  /// A ring of the pieces that were touched last.
  private struct Near {
    struct Piece {
      weak var memory: MappedMemory?
    }

    var pieces: [Piece] = []
    var oldest = 0
  }

  /// The most pieces of the file resident in memory: some for each core, and those written last.
  package static let most = 64

  private let inMemory = Atomic(0)
  private let file = Mutex(File())
  private let near = Mutex(Near())

  deinit { file.withLock { file in file.descriptor.map { _ = close($0) } } }

  /// Counts bytes allocated from the system.
  func took(_ count: Int) { inMemory.wrappingAdd(count, ordering: .relaxed) }

  /// Counts bytes returned to the system.
  func gaveBack(_ count: Int) { inMemory.wrappingSubtract(count, ordering: .relaxed) }

  /// Writes bytes to the file and maps the file in their place, if more than `enough` are in memory;
  /// returns whether it did.
  func putAside(_ start: UnsafeMutableRawPointer, _ count: Int) -> Bool {
    guard inMemory.load(ordering: .relaxed) > enough else { return false }
    let isAside = file.withLock { file in
      guard let descriptor = file.open(in: folder), file.write(start, count, to: descriptor) else {
        return false
      }
      let mapped = mmap(
        start, count, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, off_t(file.end))
      // The mapping failed: the bytes stay in memory.
      guard mapped == start else { return false }
      // Pieces begin at page boundaries.
      file.end += (count + Self.page - 1) / Self.page * Self.page
      file.pieces += 1
      return true
    }
    if isAside { gaveBack(count) }
    return isAside
  }

  /// Records that a piece is touched; returns the piece touched longest ago, which must leave memory for it.
  func leaves(for memory: MappedMemory) -> MappedMemory? {
    near.withLock { near in
      if near.pieces.count < Self.most {
        near.pieces.append(Near.Piece(memory: memory))
        return nil
      }
      let oldest = near.pieces[near.oldest].memory
      near.pieces[near.oldest] = Near.Piece(memory: memory)
      near.oldest = (near.oldest + 1) % Self.most
      return oldest
    }
  }

  /// The number of bytes in the file.
  package var size: Int { file.withLock { $0.end } }

  /// Removes a piece; truncates the file after the last one.
  func forgot() {
    file.withLock { file in
      file.pieces -= 1
      guard file.pieces == 0, let descriptor = file.descriptor else { return }
      file.end = 0
      if ftruncate(descriptor, 0) != 0 { file.isUseless = true }
    }
  }

  fileprivate static let page = max(Int(sysconf(Int32(_SC_PAGESIZE))), 4_096)
}

extension Spool.File {
  /// The file, created on first use; nil when that fails.
  mutating func open(in folder: String) -> Int32? {
    if isUseless { return nil }
    if let descriptor { return descriptor }
    var path = Array("\(folder)/taizhang-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else {
      isUseless = true
      return nil
    }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
    return descriptor
  }

  /// Writes bytes at the end; false when there is no space.
  mutating func write(
    _ start: UnsafeMutableRawPointer, _ count: Int, to descriptor: Int32
  ) -> Bool {
    var written = 0
    while written < count {
      let more = pwrite(descriptor, start + written, count - written, off_t(end + written))
      if more < 0, errno == EINTR { continue }
      guard more > 0 else {
        isUseless = true
        return false
      }
      written += more
    }
    return true
  }
}
