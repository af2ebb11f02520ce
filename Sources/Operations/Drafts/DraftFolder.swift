import Foundation
import Glibc
import SpreadsheetWriting
import Wording

/// The folder of one draft: its text, the bytes of its list, and what the rows of the plan that was looked at
/// came to.
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

  /// Puts a text in the place of the one before, whole or not at all.
  func write(_ draft: ImportDraft) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let file = try TextWriter(path: text)
    try file.write(String(decoding: encoder.encode(draft), as: UTF8.self))
    try file.finish()
  }

  /// What the rows of the plan came to that was looked at; nil where none is known.
  func seenRows() -> SeenRows? {
    FileManager.default.contents(atPath: rows).flatMap { SeenRows([UInt8]($0)) }
  }

  func write(_ seen: SeenRows) throws {
    let target = try TargetFile(path: rows)
    try Data(seen.bytes).write(to: URL(filePath: target.temporary))
    try target.commit()
  }

  /// Removes all but the text: the ledger keeps what it took, and nobody needs the rest.
  func removeList() {
    unlink(list)
    unlink(rows)
  }

  /// Does something while nobody else alters the draft; waits for who does.
  func holding<Outcome>(_ body: () throws -> Outcome) throws -> Outcome {
    guard let hold = FolderLock(path, waits: true) else {
      throw OperationError.draftMissing(number)
    }
    return try withExtendedLifetime(hold, body)
  }

  /// The same, unless somebody is at it: then nil.
  func holdingIfFree<Outcome>(_ body: () throws -> Outcome) throws -> Outcome? {
    guard let hold = FolderLock(path, waits: false) else { return nil }
    return try withExtendedLifetime(hold, body)
  }
}

/// The right to alter a folder, given back when nobody has it any more, and when its program is killed.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Nil where there is no such folder any more, or somebody has it and nobody waits.
  init?(_ path: String, waits: Bool) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var result: Int32
    repeat {
      result = flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
    } while result != 0 && errno == EINTR
    // Who had it before may have taken the folder away.
    var own = stat()
    var there = stat()
    guard result == 0, fstat(descriptor, &own) == 0, stat(path, &there) == 0,
      own.st_dev == there.st_dev, own.st_ino == there.st_ino
    else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
