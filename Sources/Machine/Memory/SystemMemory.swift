import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory that is written once and then only read, and goes back to the system when it is let go of. Only
/// what is written to is taken from there.
///
/// What the rows of a very long list take is put aside, into a file without a name: it can be read as before,
/// and need not stand in memory while nobody does. Whoever writes does so before others read; that is why
/// threads can share it.
package final class SystemMemory: @unchecked Sendable {
  package let start: UnsafeMutableRawPointer
  package let count: Int
  private let spool: Spool
  private let isMapped: Bool
  /// A `State` as its number: whoever reads rows asks for it again and again.
  private let state = Atomic(State.inMemory.rawValue)

  private enum State: UInt8 {
    case inMemory
    /// In the file.
    case aside
    /// In the file, and touched lately: it may stand in memory as well.
    case near
  }

  package var isAside: Bool { state.load(ordering: .relaxed) != State.inMemory.rawValue }

  var isNear: Bool { state.load(ordering: .relaxed) == State.near.rawValue }

  /// So little is the allocator's, which has less to do for it, and is never put aside.
  private static let least = 1 << 14

  /// Room for as many bytes.
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

  /// Nothing is written any more: where all memory of this kind is much, this is put aside.
  package func close() {
    guard isMapped, !isAside else { return }
    if spool.putAside(start, count) { state.store(State.aside.rawValue, ordering: .relaxed) }
  }

  /// Whoever reads says so before: of what stands in the file, only pieces that were touched lately stay in
  /// memory as well.
  package func touch() {
    if state.load(ordering: .relaxed) == State.aside.rawValue { comeNear() }
  }

  private func comeNear() {
    let before = state.exchange(State.near.rawValue, ordering: .relaxed)
    guard before == State.aside.rawValue, let other = spool.leaves(for: self) else { return }
    other.state.store(State.aside.rawValue, ordering: .relaxed)
    other.rest()
  }

  /// Nobody reads for a while: what stands in the file need not stand in memory as well.
  package func rest() {
    if isAside { madvise(start, count, MADV_DONTNEED) }
  }
}
