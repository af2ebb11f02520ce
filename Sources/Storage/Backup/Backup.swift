import Engine
import Foundation

extension LedgerStore {
  /// Writes a compact copy of the whole ledger, uploads included, as one reader sees it, into a file that
  /// is new or empty; the copy of a ledger in a server is a ledger in a file, and proved. Throws `diskFull` with the
  /// copy's path.
  package func backup(to path: String) throws {
    guard let name = database.placeThatMayGoBack else { return try database.copy(to: path) }
    // What is begun beside it takes its place when it is whole.
    let folder = path + ".copy"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let scratch = folder + "/ledger"
    _ = try copy(to: scratch, named: name, timeout: .zero)
    guard rename(scratch, path) == 0 else {
      throw StorageError.file(path: path, action: "rename", errno: errno)
    }
  }

  /// The files that belong to the ledger at a path, whether or not they are there: nothing else may be
  /// written in their place.
  package static func files(of path: String) -> [String] {
    Engines.engine(for: path).files(of: path)
  }
}
