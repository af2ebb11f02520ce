import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory that is written once, then only read, and returned to the system when freed. Pages are
/// allocated when first written.
///
/// Large lists are spilled to an unlinked file, mapped in place, so that rows need not stay in memory
/// while nobody reads them. All writes happen before `close`, which makes sharing between threads safe.
package final class MappedMemory: @unchecked Sendable {
  package let start: UnsafeMutableRawPointer
  package let count: Int
  private let spool: Spool
  private let isMapped: Bool
  /// A `State` as its raw value: atomic, since readers check it for every row.
  private let state = Atomic(State.inMemory.rawValue)

  private enum State: UInt8 {
    case inMemory
    /// In the file, not resident.
    case aside
    /// In the file and touched recently: may be resident as well.
    case near
  }

  package var isAside: Bool { state.load(ordering: .relaxed) != State.inMemory.rawValue }

  var isNear: Bool { state.load(ordering: .relaxed) == State.near.rawValue }

  /// Smaller requests, below 16 KiB, go to the allocator, which is cheaper, and are never spilled.
  private static let least = 1 << 14

  /// Allocates `count` bytes.
  package convenience init(_ count: Int) { self.init(count, spool: .shared) }

  package init(_ count: Int, spool: Spool) {
    self.spool = spool
    self.count = max(count, 1)
    let mapped =
      count < Self.least
      ? MAP_FAILED
      : mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    if let mapped, mapped != MAP_FAILED {
      (start, isMapped) = (mapped, true)
      spool.took(count)
    } else {
      (start, isMapped) = (.allocate(byteCount: self.count, alignment: 16), false)
    }
  }

  deinit {
    guard isMapped else { return start.deallocate() }
    munmap(start, count)
    if isAside { spool.forgot() } else { spool.gaveBack(count) }
  }

  /// Ends writing; spills these bytes when all memory of this kind exceeds the limit.
  package func close() {
    guard isMapped, !isAside else { return }
    if spool.putAside(start, count) { state.store(State.aside.rawValue, ordering: .relaxed) }
  }

  /// Must be called before reading. Of what is in the file, only the pieces touched last stay in memory.
  package func touch() {
    if state.load(ordering: .relaxed) == State.aside.rawValue { comeNear() }
  }

  private func comeNear() {
    let before = state.exchange(State.near.rawValue, ordering: .relaxed)
    guard before == State.aside.rawValue, let other = spool.leaves(for: self) else { return }
    other.state.store(State.aside.rawValue, ordering: .relaxed)
    other.rest()
  }

  /// Drops the resident pages of what is in the file, until the next read.
  package func rest() {
    if isAside { madvise(start, count, MADV_DONTNEED) }
  }
}
