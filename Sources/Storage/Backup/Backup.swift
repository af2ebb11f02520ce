import Engine

extension LedgerStore {
  /// Writes a compact copy of the whole ledger, uploads included, as one reader sees it, into a file that
  /// is new or empty. Throws `diskFull` with the copy's path.
  package func backup(to path: String) throws { try database.copy(to: path) }

  /// The files that belong to the ledger at a path, whether or not they are there: nothing else may be
  /// written in their place.
  package static func files(of path: String) -> [String] {
    Engines.engine(for: path).files(of: path)
  }
}
