import Crypto
package import Foundation
import Machine

/// The description of a backup in a JSON file beside it. A copy that was changed or replaced does not match it.
package struct BackupRecord: Codable, Hashable, Sendable {
  /// The copy's name in the folder.
  package let file: String
  package let bytes: Int64
  /// SHA-256 of the copy's bytes, in hexadecimal.
  package let sha256: String
  /// The number of entries in the ledger.
  package let entries: Int64
  /// The hash of the last entry.
  package let head: String
  package let projects: Int
  /// When the copy was made.
  package let at: Date
  /// The accounts beside it; nil if there are none.
  package let access: AccountsRecord?
  /// The issued books beside it; nil if there are none.
  package let issues: IssuesRecord?

  /// Reads a record; throws if it is missing or malformed.
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

  /// The encoded record; equal records have equal bytes.
  var data: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}

/// The size and SHA-256 of a file, read in pieces of 1 MiB.
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
