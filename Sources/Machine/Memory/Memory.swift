#if os(Linux)
  import CMalloc
#endif

/// The memory of the process.
package enum Memory {
  /// Lets all threads take memory from few places: each thread has one of its own otherwise, and what one frees is
  /// no use to another. For a program that runs for long with many threads; before they begin.
  package static func share() {
    #if os(Linux)
      mallopt(M_ARENA_MAX, 2)
    #endif
  }

  /// Gives back to the system what was freed, after something large: the allocator keeps it for more of
  /// the same size and thread otherwise.
  package static func giveBack() {
    #if os(Linux)
      malloc_trim(0)
    #endif
  }
}
