import Foundation
import Storage
import Testing

@testable import Operations

/// A backup that another program is writing, which knows nothing of the ledger's lock.
@Suite struct HeldBackupTests {
  @Test(arguments: ["DELETE", "WAL"])
  func `别的程序正占着写的备份不拷，放开了才拷`(mode: String) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
    let backup = scratch.folder.appending(path: "backup.sqlite").path
    try scratch.operations.backUp(to: backup)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      """
      import sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1], isolation_level=None)
      ledger.execute('PRAGMA journal_mode = ' + sys.argv[2])
      if sys.argv[2] == 'WAL': ledger.execute('PRAGMA locking_mode = EXCLUSIVE')
      ledger.execute('BEGIN EXCLUSIVE')
      print('held', flush=True)
      sys.stdin.read()
      """, backup, mode,
    ]
    let (words, end) = (Pipe(), Pipe())
    process.standardOutput = words
    process.standardInput = end
    try process.run()
    let said = String(decoding: words.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.hasPrefix("held"))
    #expect(throws: StorageError.busy(path: backup)) {
      _ = try scratch.operations.restore(from: backup, losing: true) { _ in }
    }
    try end.fileHandleForWriting.close()
    process.waitUntilExit()
    _ = try scratch.operations.restore(from: backup, losing: true) { _ in }
    #expect(try scratch.operations.verify().isEmpty)
  }
}
