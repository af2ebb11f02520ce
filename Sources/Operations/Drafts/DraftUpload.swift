import Crypto
import Foundation
import Glibc
import Machine
import SpreadsheetWriting
import Synchronization
import Wording

/// A list being received in pieces into a folder that is hidden until the list is complete. An unfinished
/// upload is deleted.
package final class DraftUpload: Sendable {
  private let drafts: DraftsFolder
  private let folder: String
  private let hold: FolderLock
  private let file: Int32
  private let name: String
  private let limit: Int
  private let received: ImportDraft.Touch
  private let ledger: String
  private let state = Mutex(State())

  private struct State {
    var bytes = 0
    var hash = SHA256()
    var isFinished = false
  }

  /// Throws `WriteError` if the folder or file cannot be created.
  init(
    _ drafts: DraftsFolder, name: String, limit: Int, ledger: String, received: ImportDraft.Touch
  ) throws {
    self.drafts = drafts
    self.name = DraftName.of(name)
    self.limit = limit
    self.ledger = ledger
    self.received = received
    (folder, hold) = try drafts.begin()
    file = open(folder + "/list", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw DraftsFolder.failure(folder, errno) }
  }

  deinit {
    if file >= 0 { close(file) }
    if !state.withLock({ $0.isFinished }) { DraftsFolder.remove(folder) }
  }

  /// Appends bytes; throws `fileTooLarge`, `WriteError`.
  package func append(_ more: [UInt8]) throws {
    let bytes = state.withLock { state in
      state.bytes += more.count
      state.hash.update(data: more)
      return state.bytes
    }
    if bytes > limit {
      throw OperationError.fileTooLarge(path: name, bytes: bytes, limit: limit)
    }
    var rest = more[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw DraftsFolder.failure(folder, errno) }
      rest = rest.dropFirst(written)
    }
  }

  /// The complete upload, for reading it without keeping a draft.
  var whole: ReceivedFile {
    get throws {
      try ReceivedFile(path: FilePath(folder + "/list"), name: name, limit: limit)
    }
  }

  /// Syncs the list to disk and gives it a number.
  package func finish(_ options: ImportDraft.Options) throws -> ImportDraft {
    guard fsync(file) == 0 else { throw DraftsFolder.failure(folder, errno) }
    let (bytes, hash) = state.withLock { ($0.bytes, $0.hash.finalize()) }
    var draft = ImportDraft(
      ledger: ledger, name: name, sha256: Hexadecimal.text(hash), bytes: bytes,
      received: received)
    draft.options = options
    try DraftFolder(path: folder, number: 0).write(draft)
    draft.number = try drafts.number(folder)
    state.withLock { $0.isFinished = true }
    return draft
  }
}
