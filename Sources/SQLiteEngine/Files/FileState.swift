import Glibc
import Machine

/// The size and modification time of a file, which show whether it was written.
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
