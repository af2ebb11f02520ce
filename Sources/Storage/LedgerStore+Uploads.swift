import Engine
import Ledger

extension LedgerStore {
  /// The SHA-256 of every stored file, in hexadecimal.
  package func uploadHashes() throws -> Set<String> {
    try database.read { session in
      // Which files were received?
      Set(
        try session.rows(
          """
          SELECT sha256
          FROM upload
          """
        ) { $0.text(0) })
    }
  }

  /// Whether there is an entry from a file of a folder that is not undone, as of a revision.
  package func holdsEntries(fromFilesIn folder: String, through revision: Int64) throws -> Bool {
    try database.read { session in
      let beginning = folder + "/"
      // Is there an entry from a file of this folder that is not undone?
      return try session.integer(
        """
        SELECT EXISTS (
          SELECT 1
          FROM entry AS e
          WHERE substr(e.file_name, 1, ?) = ?
            AND e.number <= ?
            AND NOT EXISTS (
              SELECT 1 FROM entry AS u WHERE u.undoes = e.number AND u.number <= ?
            )
        )
        """, .integer(Int64(beginning.unicodeScalars.count)), .text(beginning), .integer(revision),
        .integer(revision)) > 0
    }
  }
}
