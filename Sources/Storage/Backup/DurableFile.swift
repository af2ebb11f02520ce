import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// File operations that have reached the disk when they return.
enum DurableFile {
  static func copy(_ source: String, to target: String) throws {
    do {
      try FileManager.default.copyItem(atPath: source, toPath: target)
    } catch {
      throw StorageError.file(path: target, action: "copy", errno: errno)
    }
  }

  static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StorageError.file(path: path, action: "open", errno: errno)
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw StorageError.file(path: path, action: "sync", errno: errno)
    }
  }

  /// Gives a file another name, in place of what had it, and makes the directory remember.
  static func rename(_ source: String, to target: String) throws {
    guard Glibc.rename(source, target) == 0 else {
      throw StorageError.file(path: target, action: "rename", errno: errno)
    }
    try sync(URL(filePath: target).deletingLastPathComponent().path(percentEncoded: false))
  }
}
