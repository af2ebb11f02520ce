import Glibc
import Machine

/// What shows that a file was written: its size and the moment of its last alteration.
struct FileState: Hashable, Sendable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ path: String) {
    let facts = RealPath.facts(of: path) ?? stat()
    size = Int(facts.st_size)
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
