import Foundation
import Glibc

/// A file that an answer sends. One that was made for the answer has no name any more as soon as the answer has it,
/// so that it is gone with the answer, whether that was sent, cut off, or never had a body.
final class AnswerFile: Sendable {
  private let file: Int32
  let size: Int

  /// Takes a file away from its place.
  convenience init(taking path: String) throws {
    defer { unlink(path) }
    try self.init(kept: path)
  }

  /// A file that stays where it is.
  init(kept path: String) throws {
    file = open(path, O_RDONLY | O_CLOEXEC)
    size = Int(lseek(file, 0, SEEK_END))
    if size < 0 { throw CocoaError(.fileReadNoSuchFile) }
  }

  deinit { if file >= 0 { close(file) } }

  /// The bytes from a place on, so many at most; empty behind the last. Throws what the disk says.
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
  /// A file to keep that is made for the answer, at a path of its own.
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
