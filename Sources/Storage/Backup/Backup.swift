import Engine
import Foundation

extension LedgerStore {
  /// Writes a compact copy of one state of the whole ledger, uploads included, into a file that is new or empty; a
  /// ledger in a server is copied to a file and verified. Throws `diskFull` with the copy's path.
  package func backup(to path: String) throws {
    guard let name = database.placeThatMayGoBack else { return try database.copy(to: path) }
    // A new ledger becomes a file only when it is complete.
    let folder = path + ".copy"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let scratch = folder + "/ledger"
    _ = try copy(to: scratch, named: name, timeout: .zero)
    guard rename(scratch, path) == 0 else {
      throw StorageError.file(path: path, action: "rename", errno: errno)
    }
  }

  /// The files that belong to the ledger at a path, whether or not they exist: nothing else may be written there.
  package static func files(of path: String) -> [String] {
    Engines.engine(for: path).files(of: path)
  }
}
