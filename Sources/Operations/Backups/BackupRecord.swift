import Crypto
package import Foundation
import Machine

/// What a folder of backups says of one of them, in a file of JSON beside it: by this a copy that was altered,
/// or exchanged for another one, is told.
package struct BackupRecord: Codable, Hashable, Sendable {
  /// The copy's name in the folder.
  package let file: String
  package let bytes: Int64
  /// SHA-256 of the copy's bytes, in hexadecimal.
  package let sha256: String
  /// How many entries the ledger had.
  package let entries: Int64
  /// The hash of the last one.
  package let head: String
  package let projects: Int
  /// When the copy was made.
  package let at: Date
  /// The accounts beside it; nil where there are none.
  package let access: AccountsRecord?
  /// The books that were sent out, beside it; nil where there are none.
  package let issues: IssuesRecord?

  /// Reads one; throws where there is none.
  init(readFrom path: String) throws {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    self = try decoder.decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
  }

  init(
    file: String, bytes: Int64, sha256: String, entries: Int64, head: String, projects: Int,
    at: Date, access: AccountsRecord?, issues: IssuesRecord?
  ) {
    self.file = file
    self.bytes = bytes
    self.sha256 = sha256
    self.entries = entries
    self.head = head
    self.projects = projects
    self.at = at
    self.access = access
    self.issues = issues
  }

  /// As it is written: the same record is the same bytes.
  var data: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}

/// The size and SHA-256 of a file, read a piece at a time.
struct FileDigest: Hashable {
  let bytes: Int64
  let sha256: String

  init(of path: String, _ interruption: Interruption) throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    var (hash, count) = (SHA256(), 0)
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      try interruption.check()
      hash.update(data: piece)
      count += piece.count
    }
    bytes = Int64(count)
    sha256 = Hexadecimal.text(hash.finalize())
  }
}
