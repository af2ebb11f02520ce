import Foundation
import Glibc
import SpreadsheetWriting
import Wording

/// The folder of one draft: its description, the bytes of its list, and digests of the rows of the reviewed
/// plan.
struct DraftFolder: Sendable {
  let path: String
  let number: Int

  var list: String { path + "/list" }
  private var text: String { path + "/draft.json" }
  private var rows: String { path + "/rows" }

  /// Throws `draftMissing`.
  func read() throws -> ImportDraft {
    guard let data = FileManager.default.contents(atPath: text),
      var draft = try? JSONDecoder().decode(ImportDraft.self, from: data)
    else { throw OperationError.draftMissing(number) }
    draft.number = number
    return draft
  }

  /// Replaces the description atomically.
  func write(_ draft: ImportDraft) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let file = try TextWriter(path: text)
    try file.write(String(decoding: encoder.encode(draft), as: UTF8.self))
    try file.finish()
  }

  /// The row digests of the reviewed plan; nil if there are none.
  func seenRows() -> SeenRows? {
    FileManager.default.contents(atPath: rows).flatMap { SeenRows([UInt8]($0)) }
  }

  func write(_ seen: SeenRows) throws {
    let target = try TargetFile(path: rows)
    try Data(seen.bytes).write(to: URL(filePath: target.temporary))
    try target.commit()
  }

  /// Deletes all but the description: the ledger has its own copy of a written list.
  func removeList() {
    unlink(list)
    unlink(rows)
  }

  /// Runs `body` with exclusive access to the draft; waits for the current holder.
  func holding<Outcome>(_ body: () throws -> Outcome) throws -> Outcome {
    guard let hold = FolderLock(path, waits: true) else {
      throw OperationError.draftMissing(number)
    }
    return try withExtendedLifetime(hold, body)
  }

  /// The same without waiting; nil if the draft is locked.
  func holdingIfFree<Outcome>(_ body: () throws -> Outcome) throws -> Outcome? {
    guard let hold = FolderLock(path, waits: false) else { return nil }
    return try withExtendedLifetime(hold, body)
  }
}

/// An exclusive lock on a folder, released with its last reference and when the process ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Nil if the folder does not exist, or is locked and `waits` is false.
  init?(_ path: String, waits: Bool) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var result: Int32
    repeat {
      result = flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
    } while result != 0 && errno == EINTR
    // The previous holder may have removed the folder.
    var own = stat()
    var there = stat()
    guard result == 0, fstat(descriptor, &own) == 0, stat(path, &there) == 0,
      own.st_dev == there.st_dev, own.st_ino == there.st_ino
    else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
