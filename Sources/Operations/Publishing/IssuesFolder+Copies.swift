import Crypto
import Foundation
import Glibc
import Machine
import Storage

/// The copy of the issues in a backup: a folder beside the copy of the ledger.
extension IssuesFolder {
  /// The folder for a backup's issues: `NAME.issues` beside `NAME.sqlite`.
  static func copy(beside ledger: String) -> String {
    let ledger = RealPath.of(ledger)
    let ending = ".sqlite"
    return (ledger.hasSuffix(ending) ? String(ledger.dropLast(ending.count)) : ledger)
      + ".issues"
  }

  /// Copies all issues to a folder, atomically, replacing an earlier copy. Creates nothing if there are no
  /// issues.
  func copy(to place: String, _ interruption: Interruption) throws {
    let part = place + ".part"
    try? FileManager.default.removeItem(atPath: part)
    let numbers = numbers
    if !numbers.isEmpty { try Self.makeFolder(part) }
    for number in numbers {
      try interruption.check()
      try Self.copyFolder("\(path)/\(number)", to: "\(part)/\(number)")
    }
    try? FileManager.default.removeItem(atPath: place)
    if !numbers.isEmpty, rename(part, place) != 0 { throw Self.failure(place, errno) }
  }

  /// Prepares restoring the issues of a backup that are missing or differ here. Existing issues are not
  /// changed: if a number is in use, the restored issue gets the next free one, because books are found by
  /// content.
  func restoring(from place: String, _ interruption: Interruption) throws -> IssuesRestore {
    let numbers = IssuesFolder(path: place).numbers
    let missing = try numbers.filter { number in
      try Self.digests(in: "\(place)/\(number)", interruption)
        != Self.digests(in: "\(path)/\(number)", interruption)
    }
    let waiting = path + "/.restoring"
    try? FileManager.default.removeItem(atPath: waiting)
    if !missing.isEmpty {
      try Self.makeFolder(path)
      try Self.makeFolder(waiting)
    }
    for number in missing {
      try interruption.check()
      try Self.copyFolder("\(place)/\(number)", to: "\(waiting)/\(number)")
    }
    return IssuesRestore(folder: self, waiting: waiting, numbers: missing)
  }

  /// The SHA-256 of each file in a folder; empty if there is none.
  private static func digests(
    in folder: String, _ interruption: Interruption
  ) throws -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var digests: [String: String] = [:]
    for name in names {
      digests[name] = try FileDigest(of: folder + "/" + name, interruption).sha256
    }
    return digests
  }

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure(path, errno) }
  }

  private static func copyFolder(_ folder: String, to place: String) throws {
    try makeFolder(place)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      try FileManager.default.copyItem(
        atPath: folder + "/" + name, toPath: place + "/" + name)
    }
  }

  /// A digest of all files in a folder of issues; nil if the folder does not exist.
  func record(_ interruption: Interruption) throws -> IssuesRecord? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var (hash, files, bytes) = (SHA256(), 0, Int64(0))
    for number in numbers {
      let folder = "\(path)/\(number)"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
        let digest = try FileDigest(of: folder + "/" + name, interruption)
        hash.update(data: Data("\(digest.sha256) \(number)/\(name)\n".utf8))
        files += 1
        bytes += digest.bytes
      }
    }
    return IssuesRecord(
      folder: (path as NSString).lastPathComponent, files: files, bytes: bytes,
      sha256: Hexadecimal.text(hash.finalize()))
  }
}

/// Issues to be moved in after their backup's ledger has been restored.
struct IssuesRestore {
  fileprivate let folder: IssuesFolder
  fileprivate let waiting: String
  let numbers: [Int]

  /// Moves them into the folder; returns the number of restored issues.
  func moveIn() throws -> Int {
    for number in numbers {
      let own = "\(folder.path)/\(number)"
      // `rename` replaces an empty folder of the same number.
      if rename("\(waiting)/\(number)", own) == 0 { continue }
      let other = try folder.begin()
      if rename("\(waiting)/\(number)", other) != 0 {
        throw IssuesFolder.failure(other, errno)
      }
    }
    end()
    return numbers.count
  }

  /// Deletes what was not moved.
  func end() { try? FileManager.default.removeItem(atPath: waiting) }
}

/// The description of the issues in a backup's record.
package struct IssuesRecord: Codable, Hashable, Sendable {
  /// The folder's name.
  package let folder: String
  package let files: Int
  package let bytes: Int64
  /// SHA-256 over one line per file, in order: its SHA-256, number and name.
  package let sha256: String
}
