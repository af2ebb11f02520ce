import Foundation
import Synchronization
import Testing

@testable import Operations
@testable import Website

/// A server on this machine, at a port that the system chose, for the length of a test.
enum RunningServer {
  /// Serves the ledger of a test site while a body runs, which is told the port.
  static func with(
    _ site: TestSite, patience: Patience = Patience(),
    _ body: @escaping @Sendable (_ port: Int) async throws -> Void
  ) async throws { try await with(site.operations, patience: patience, body) }

  /// Serves the ledger of a operations, by the operations's clock.
  static func with(
    _ operations: LedgerOperations, patience: Patience = Patience(),
    _ body: @escaping @Sendable (_ port: Int) async throws -> Void
  ) async throws {
    var server = try WebServer(
      operations: operations, caller: Caller(name: "测试员"), host: "127.0.0.1", port: 0)
    server.patience = patience
    let running = server
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let threads = OwnThreads()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask(executorPreference: threads) { try await running.run { port.yield($0) } }
      group.addTask(executorPreference: threads) {
        for await number in ports {
          try await body(number)
          return
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }
}
