import Foundation
import Glibc

/// A file sent as a response body. A temporary file is unlinked as soon as it is open, so it disappears with the
/// response, whether that was sent, interrupted or without a body.
final class AnswerFile: Sendable {
  private let file: Int32
  let size: Int

  /// Opens a file and unlinks it.
  convenience init(taking path: String) throws {
    defer { unlink(path) }
    try self.init(kept: path)
  }

  /// Opens a file that remains in place.
  init(kept path: String) throws {
    file = open(path, O_RDONLY | O_CLOEXEC)
    size = Int(lseek(file, 0, SEEK_END))
    if size < 0 { throw CocoaError(.fileReadNoSuchFile) }
  }

  deinit { if file >= 0 { close(file) } }

  /// Returns at most `count` bytes from an offset; empty past the end. Throws the read error.
  func bytes(from place: Int, upTo count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - place)))
    var filled = 0
    while filled < bytes.count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, place + filled)
      }
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { throw CocoaError(.fileReadUnknown) }
      filled += more
    }
    return bytes
  }
}

extension WebResponse {
  /// A download written to a temporary file by `make`.
  static func download(
    name: String, type: String, making make: (_ path: String) throws -> Void
  ) throws -> WebResponse {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-\(UUID().uuidString).\(URL(filePath: name).pathExtension)"
    ).path
    try make(path)
    return .download(.file(try AnswerFile(taking: path)), name: name, type: type)
  }
}
