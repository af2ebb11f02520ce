import Engine
import Glibc
import Machine

/// Checks of a ledger's path before anything is opened or created.
enum LedgerPlace {
  /// Rejects what cannot be a ledger, without blocking on it: folders, pipes, devices, and files in a folder without
  /// access. Throws `notAFile`, `notReadable`.
  static func check(_ path: String) throws {
    try requireFile(path)
    // SQLite opens the files beside it as well.
    for path in LedgerFiles(path: path).all.dropFirst() { try requireFile(path) }
  }

  private static func requireFile(_ path: String) throws {
    guard let facts = try facts(of: path) else { return }
    let kind = facts.st_mode & S_IFMT
    guard kind == S_IFREG else {
      throw EngineError.notAFile(path: path, isFolder: kind == S_IFDIR)
    }
  }

  /// Also rejects, for writing, a file with several hard links, each of which would have its own lock and log, and
  /// one whose real path is not UTF-8. Throws `severalNames` and `nameNotText` too.
  static func checkForWriting(_ path: String) throws {
    try check(path)
    guard isText(path), isText(Disk.folder(of: path)) else {
      throw EngineError.nameNotText(path: path)
    }
    if let facts = try facts(of: path), facts.st_nlink > 1 {
      throw EngineError.severalNames(path: path, count: Int(facts.st_nlink))
    }
  }

  /// Whether the resolved path is UTF-8; the files beside a ledger are named after it.
  private static func isText(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return true }
    defer { free(real) }
    return String(validatingCString: real) != nil
  }

  /// Nil if there is no file.
  private static func facts(of path: String) throws -> stat? {
    var facts = stat()
    if stat(path, &facts) == 0 { return facts }
    if errno == EACCES { throw EngineError.notReadable(path: path) }
    return nil
  }
}
