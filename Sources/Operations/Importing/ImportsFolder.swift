import Glibc
import Wording

/// A folder of lists and its subfolders, as a refresh reads them.
struct ImportsFolder {
  /// A file that may be a list, or a failure.
  struct Found {
    /// The path relative to the folder, for display.
    let name: String
    let path: FilePath
    /// Why it cannot be read; nil for a readable file.
    let failure: OperationError?
  }

  private let root: FilePath

  /// Throws `missingFile` if the folder does not exist.
  init(_ path: String) throws {
    root = FilePath(path)
    var facts = stat()
    guard stat(root.terminated, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw OperationError.missingFile(path: path)
    }
  }

  /// All files below the folder, by name, without hidden files, office lock files and links to folders.
  func lists() -> [Found] {
    var found: [Found] = []
    look(into: [], &found)
    return found.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
  }

  private func look(into folder: [UInt8], _ found: inout [Found]) {
    let path = folder.isEmpty ? root : root.appending(folder)
    guard let names = Self.names(in: path) else {
      let failure = OperationError.unreadable(path: path.text, errno: errno)
      return found.append(Found(name: FilePath(bytes: folder).text, path: path, failure: failure))
    }
    for name in names where !Self.isPassedOver(name) {
      let below = folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
      let path = root.appending(below)
      var facts = stat()
      let isFolder =
        lstat(path.terminated, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
      if isFolder {
        look(into: below, &found)
        continue
      }
      do {
        try RegularFile.check(path)
        found.append(Found(name: FilePath(bytes: below).text, path: path, failure: nil))
      } catch OperationError.isDirectory {
        continue
      } catch {
        found.append(
          Found(
            name: FilePath(bytes: below).text, path: path, failure: error as? OperationError))
      }
    }
  }

  private static func isPassedOver(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8)
      || String(decoding: name, as: UTF8.self).lowercased() == "readme.md"
  }

  /// The names in a folder, as bytes; nil if it cannot be read.
  private static func names(in folder: FilePath) -> [[UInt8]]? {
    guard let handle = opendir(folder.terminated) else { return nil }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          Array(UnsafeBufferPointer(start: bytes, count: strlen(name)))
        }
      }
      names.append(name)
    }
    return names
  }
}

extension FilePath: Comparable {
  /// Orders by bytes.
  package static func < (one: FilePath, other: FilePath) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }
}
