#if os(Linux)
  import CMalloc
#endif

/// The memory of the process.
package enum Memory {
  /// Gives back to the system what was freed, after something large: the allocator keeps it for more of
  /// the same size and thread otherwise.
  package static func giveBack() {
    #if os(Linux)
      malloc_trim(0)
    #endif
  }
}
