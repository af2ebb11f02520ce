import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file that takes what is too much for memory. It has no name, so that nobody else sees it and nothing
/// is left of it. Where there is no room for it, everything stays in memory.
package final class Spool: Sendable {
  /// In $TMPDIR, or else in /var/tmp, which is a disk where /tmp may be memory. Lists of some hundred
  /// thousand rows take less than stays in memory.
  package static let shared = {
    let told = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return Spool(enough: 1 << 27, folder: told.isEmpty ? "/var/tmp" : told)
  }()

  /// How many bytes stay in memory: what is asked for beyond is put aside.
  private let enough: Int
  private let folder: String

  package init(enough: Int, folder: String) {
    self.enough = enough
    self.folder = folder
  }

  fileprivate struct File {
    var descriptor: Int32?
    /// Where the next bytes go.
    var end = 0
    /// How many pieces are read from the file.
    var pieces = 0
    var isUseless = false
  }

  /// Pieces that were touched lately, in a ring.
  private struct Near {
    struct Piece {
      weak var memory: SystemMemory?
    }

    var pieces: [Piece] = []
    var oldest = 0
  }

  /// So many pieces of the file stand in memory: some for each core, and those of what was written last.
  package static let most = 64

  private let inMemory = Atomic(0)
  private let file = Mutex(File())
  private let near = Mutex(Near())

  deinit { file.withLock { file in file.descriptor.map { _ = close($0) } } }

  /// Bytes were taken from the system.
  func took(_ count: Int) { inMemory.wrappingAdd(count, ordering: .relaxed) }

  /// Bytes went back to the system.
  func gaveBack(_ count: Int) { inMemory.wrappingSubtract(count, ordering: .relaxed) }

  /// Brings bytes into the file and puts the file's in their place, if there is much in memory; whether
  /// it did.
  func putAside(_ start: UnsafeMutableRawPointer, _ count: Int) -> Bool {
    guard inMemory.load(ordering: .relaxed) > enough else { return false }
    let isAside = file.withLock { file in
      guard let descriptor = file.open(in: folder), file.write(start, count, to: descriptor) else {
        return false
      }
      let mapped = mmap(
        start, count, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, off_t(file.end))
      // Where the system refuses, the bytes stay where they were.
      guard mapped == start else { return false }
      // The next piece begins at a page.
      file.end += (count + Self.page - 1) / Self.page * Self.page
      file.pieces += 1
      return true
    }
    if isAside { gaveBack(count) }
    return isAside
  }

  /// Notes a piece that is touched; the one that was touched longest ago and is to leave memory for it.
  func leaves(for memory: SystemMemory) -> SystemMemory? {
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

  /// How many bytes stand in the file.
  package var size: Int { file.withLock { $0.end } }

  /// A piece is not read any more; when it was the last, the file is emptied.
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
  /// The file, made when it is first needed; nil when there can be none.
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

  /// Writes bytes to the end; false when they do not fit there.
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
