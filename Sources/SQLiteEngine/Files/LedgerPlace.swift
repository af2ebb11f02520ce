import Engine
import Glibc
import Machine

/// What stands at a ledger's path, looked at before anything is opened or made beside it.
enum LedgerPlace {
  /// Refuses what cannot be a ledger, without waiting for it: folders, pipes, devices, and what lies in a
  /// folder that may not be entered. Throws `notAFile`, `notReadable`.
  static func check(_ path: String) throws {
    try requireFile(path)
    // What stands beside it is opened with it.
    for path in LedgerFiles(path: path).all.dropFirst() { try requireFile(path) }
  }

  private static func requireFile(_ path: String) throws {
    guard let facts = try facts(of: path) else { return }
    let kind = facts.st_mode & S_IFMT
    guard kind == S_IFREG else {
      throw EngineError.notAFile(path: path, isFolder: kind == S_IFDIR)
    }
  }

  /// Refuses to write a file that has more names than one as well: each name would have a lock and a log of
  /// its own; and one whose real path is no UTF-8. Throws `severalNames` and `nameNotText` too.
  static func checkForWriting(_ path: String) throws {
    try check(path)
    guard isText(path), isText(Disk.folder(of: path)) else {
      throw EngineError.nameNotText(path: path)
    }
    if let facts = try facts(of: path), facts.st_nlink > 1 {
      throw EngineError.severalNames(path: path, count: Int(facts.st_nlink))
    }
  }

  /// Whether the path without links of what stands at one is UTF-8; the files beside a ledger are named
  /// after that.
  private static func isText(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return true }
    defer { free(real) }
    return String(validatingCString: real) != nil
  }

  /// Nil where nothing stands.
  private static func facts(of path: String) throws -> stat? {
    var facts = stat()
    if stat(path, &facts) == 0 { return facts }
    if errno == EACCES { throw EngineError.notReadable(path: path) }
    return nil
  }
}
