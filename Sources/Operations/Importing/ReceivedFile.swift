import Crypto
package import Foundation
import Glibc
import Storage

/// A file as it was received, before anything is made of it.
package struct ReceivedFile: Sendable {
  /// The name it is kept under.
  package let name: String
  package let bytes: [UInt8]
  /// SHA-256 of the bytes, in hexadecimal.
  package let sha256: String

  /// Reads a file whole; throws `missingFile`, `isDirectory`, `unreadable`.
  package init(path: String, name: String? = nil) throws {
    self.init(
      name: name ?? URL(filePath: path).lastPathComponent, bytes: try Self.bytes(of: path))
  }

  /// A file whose bytes are at hand.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    sha256 = SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// What is in a file; throws as `init` does.
  package static func contents(of path: String) throws -> Data { Data(try bytes(of: path)) }

  /// The bytes of a file, which stand in memory once; throws as `init` does.
  package static func bytes(of path: String) throws -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw OperationError.missingFile(path: path)
    }
    if isDirectory.boolValue { throw OperationError.isDirectory(path: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OperationError.unreadable(path: path, errno: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else {
      throw OperationError.unreadable(path: path, errno: errno)
    }
    var failure: Int32 = 0
    let expected = Int(facts.st_size)
    var bytes = [UInt8](unsafeUninitializedCapacity: expected) { room, count in
      while count < expected {
        let more = read(descriptor, room.baseAddress.map { $0 + count }, expected - count)
        if more < 0, errno == EINTR { continue }
        if more < 0 { failure = errno }
        if more <= 0 { return }
        count += more
      }
    }
    // What has no size, such as a pipe, is read to its end.
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while failure == 0 {
      let more = read(descriptor, &chunk, chunk.count)
      if more < 0, errno == EINTR { continue }
      if more < 0 { failure = errno }
      if more <= 0 { break }
      bytes += chunk[..<more]
    }
    guard failure == 0 else { throw OperationError.unreadable(path: path, errno: failure) }
    return bytes
  }

  var upload: Upload { Upload(name: name, sha256: sha256, bytes: bytes) }
}
