#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory that goes back to the system when it is freed. Only what is written to is taken from there.
struct SystemMemory: ~Copyable {
  let start: UnsafeMutableRawPointer
  private let count: Int
  private let isMapped: Bool

  /// So little is the allocator's, which has less to do for it.
  private static let least = 1 << 14

  /// Room for as many bytes.
  init(_ count: Int) {
    self.count = max(count, 1)
    let mapped =
      count < Self.least
      ? MAP_FAILED
      : mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    if let mapped, mapped != MAP_FAILED {
      (start, isMapped) = (mapped, true)
    } else {
      (start, isMapped) = (.allocate(byteCount: self.count, alignment: 16), false)
    }
  }

  deinit {
    if isMapped { munmap(start, count) } else { start.deallocate() }
  }
}
