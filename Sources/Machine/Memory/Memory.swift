#if os(Linux)
  import CMalloc
#endif

/// The memory of the process.
package enum Memory {
  /// Limits the allocator to two arenas. By default each thread has its own, and memory freed in one is
  /// no use to the others. For a long-running program with many threads; call it before they start.
  package static func share() {
    #if os(Linux)
      mallopt(M_ARENA_MAX, 2)
    #endif
  }

  /// Returns freed memory to the system after something large; the allocator keeps it otherwise.
  package static func giveBack() {
    #if os(Linux)
      malloc_trim(0)
    #endif
  }
}
