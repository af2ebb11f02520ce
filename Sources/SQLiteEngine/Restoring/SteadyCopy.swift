import Engine
import Glibc
import Machine

/// A consistent copy of a database and its log, although another program may be writing: such a program ignores the
/// writers' lock.
enum SteadyCopy {
  /// Copies until the source did not change meanwhile. Throws `busy` if another program is writing into the file
  /// itself, or after too many attempts.
  static func of<Copy>(_ source: LedgerFiles, _ copy: () throws -> Copy) throws -> Copy {
    for _ in 0..<attempts {
      let before = State(source)
      guard !isHeld(source.main) else { break }
      let made = try copy()
      if State(source) == before, !isHeld(source.main) { return made }
    }
    throw EngineError.busy(path: source.main)
  }

  private static let attempts = 5

  /// The state of all files with committed data.
  private struct State: Hashable {
    private let files: [File]

    init(_ source: LedgerFiles) {
      files = [source.main, source.log, source.journal].map(File.init)
    }
  }

  private struct File: Hashable {
    private let number: UInt
    private let state: FileState

    init(_ path: String) {
      number = UInt(RealPath.facts(of: path)?.st_ino ?? 0)
      state = FileState(path)
    }
  }

  /// Whether another program holds the lock under which SQLite alters a file (`BEGIN EXCLUSIVE`, a checkpoint in
  /// exclusive mode): 512 bytes at 1 GiB, the last 510 of which readers share.
  private static func isHeld(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_RDLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 1 << 30
    lock.l_len = 512
    return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}
