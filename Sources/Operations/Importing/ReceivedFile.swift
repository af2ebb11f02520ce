import Crypto
import Machine
import Spreadsheet
import Storage

/// A received file, before parsing.
package struct ReceivedFile: Sendable {
  /// The name it is stored under.
  package let name: String
  package let bytes: [UInt8]
  /// SHA-256 of the bytes, in hexadecimal.
  package let sha256: String

  /// The maximum size in bytes of a text file: decisions, a recipe.
  package static let textLimit = 8 << 20

  /// Reads a whole file; throws `missingFile`, `isDirectory`, `notAFile`, `fileTooLarge`, `unreadable`,
  /// `interrupted`.
  package init(
    path: FilePath, name: String? = nil, limit: Int = Limits.standard.fileBytes,
    interruption: Interruption = Interruption()
  ) throws {
    try self.init(
      name: name ?? path.name,
      bytes: RegularFile.read(path, limit: limit, interruption: interruption),
      interruption: interruption)
  }

  /// Reads a file at a text path; throws the same errors.
  package init(path: String, name: String? = nil) throws {
    try self.init(path: FilePath(path), name: name)
  }

  /// A file from bytes in memory.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    sha256 = Hexadecimal.text(SHA256.hash(data: bytes))
  }

  private init(name: String, bytes: [UInt8], interruption: Interruption) throws {
    self.name = name
    self.bytes = bytes
    var hasher = SHA256()
    try bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: RegularFile.portion) {
        try interruption.check()
        let end = min(start + RegularFile.portion, bytes.count)
        hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    sha256 = Hexadecimal.text(hasher.finalize())
  }

  /// The content of a text file; throws the errors of `init`.
  package static func text(of path: FilePath, _ interruption: Interruption) throws -> [UInt8] {
    try RegularFile.read(path, limit: textLimit, interruption: interruption)
  }

  /// The bytes of a file, without a second copy in memory; throws the errors of `init`.
  package static func bytes(of path: FilePath) throws -> [UInt8] {
    try RegularFile.read(
      path, limit: Limits.standard.fileBytes, interruption: Interruption())
  }

  var upload: Upload { Upload(name: name, sha256: sha256, bytes: bytes) }
}
