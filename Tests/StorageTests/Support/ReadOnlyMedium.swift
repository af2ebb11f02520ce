import Foundation
import Glibc

/// A full disk that may only be read, with a ledger on it.
struct ReadOnlyMedium {
  private let folder: String
  var path: String { folder + "/ledger.sqlite" }

  static let isPossible: Bool = {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    guard FileManager.default.createFile(atPath: file, contents: Data([1])) else { return false }
    defer { try? FileManager.default.removeItem(atPath: file) }
    guard let medium = try? ReadOnlyMedium(of: file) else { return false }
    medium.remove()
    return true
  }()

  /// Copies a file onto it.
  init(of file: String) throws {
    folder =
      FileManager.default.temporaryDirectory.appending(path: "medium-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard mount("tmpfs", folder, "tmpfs", 0, "size=4m") == 0 else {
      try FileManager.default.removeItem(atPath: folder)
      throw CocoaError(.fileWriteNoPermission)
    }
    try FileManager.default.copyItem(atPath: file, toPath: path)
    let rest = open(folder + "/rest", O_WRONLY | O_CREAT, 0o600)
    let block = [UInt8](repeating: 1, count: 4_096)
    while write(rest, block, block.count) > 0 {}
    close(rest)
    mount("tmpfs", folder, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil)
  }

  func remove() {
    umount2(folder, Int32(MNT_DETACH))
    try? FileManager.default.removeItem(atPath: folder)
  }
}
