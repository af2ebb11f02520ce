import Access
import ArgumentParser
import Foundation
import Ledger
import Operations
import Storage
import Synchronization
import Wording

/// Writes the line that a command leaves in the audit of a ledger with accounts: whoever may read the file may do
/// everything, but leaves a trace.
enum CommandAudit {
  private struct Noted {
    var operations: LedgerOperations?
    var entries: [Int64] = []
  }

  private static let noted = Mutex(Noted())

  /// Records the ledger that the command uses.
  static func note(_ operations: LedgerOperations) { noted.withLock { $0.operations = operations } }

  /// Records an entry that the command wrote.
  static func note(_ entry: Entry) { noted.withLock { $0.entries.append(entry.number) } }

  /// The person at the terminal.
  static func actor(_ operations: LedgerOperations) -> AuditActor {
    AuditActor(login: nil, name: operations.actor, address: "terminal \(NSUserName())")
  }

  /// Writes a line for the command, or one for each of its entries. Commands that write their own lines are skipped.
  static func record(_ verb: (any ParsableCommand.Type)?, result: String) {
    let noted = noted.withLock { $0 }
    guard let operations = noted.operations, let verb else { return }
    let name = words(verb)
    guard !["user", "token"].contains(name.split(separator: " ").first ?? "") else { return }
    do {
      guard try AccessFile.stands(beside: operations.path) else { return }
      let file = try AccessFile.open(beside: operations.path, now: operations.now)
      defer { try? file.close() }
      let entries = noted.entries.isEmpty ? [nil] : noted.entries.map(Optional.some)
      for entry in entries {
        try file.record(
          AuditLine(.command, by: actor(operations), on: name, entry: entry, result: result))
      }
    } catch StorageError.notReadable where Engines.isServer(operations.path) {
      // A login that may only read the ledger cannot write its audit.
      return
    } catch {
      Terminal.note("提醒：审计没有记下这条命令：" + ErrorWording(error).sentence)
    }
  }

  /// The command's name with its parent commands.
  private static func words(_ verb: any ParsableCommand.Type) -> String {
    func path(_ command: any ParsableCommand.Type) -> [String]? {
      if command == verb { return [command._commandName] }
      for below in command.configuration.subcommands {
        if let path = path(below) { return [command._commandName] + path }
      }
      return nil
    }
    for command in Taizhang.configuration.groupedSubcommands.flatMap(\.subcommands) {
      if let path = path(command) { return path.joined(separator: " ") }
    }
    return verb._commandName
  }
}
