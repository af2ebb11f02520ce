import Crypto
package import Foundation
import Glibc
import Storage

/// A file as it was received, before anything is made of it.
package struct ReceivedFile: Sendable {
  /// The name it is kept under.
  package let name: String
  package let bytes: Data
  /// SHA-256 of the bytes, in hexadecimal.
  package let sha256: String

  /// Reads a file whole; throws `missingFile`, `isDirectory`, `unreadable`.
  package init(path: String, name: String? = nil) throws {
    self.init(
      name: name ?? URL(filePath: path).lastPathComponent, bytes: try Self.contents(of: path))
  }

  /// A file whose bytes are at hand.
  init(name: String, bytes: Data) {
    self.name = name
    self.bytes = bytes
    sha256 = SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// The bytes of a file; throws as `init` does.
  package static func contents(of path: String) throws -> Data {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw OperationError.missingFile(path: path)
    }
    if isDirectory.boolValue { throw OperationError.isDirectory(path: path) }
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch {
      throw OperationError.unreadable(path: path, errno: errno == 0 ? EIO : errno)
    }
  }

  var upload: Upload { Upload(name: name, sha256: sha256, bytes: bytes) }
}
