import Engine
import PostgreSQLEngine
import SQLiteEngine
import TestSupport
import Testing

@testable import Storage

/// An engine that the suites are run with.
struct TestEngine: Sendable {
  let engine: any DatabaseEngine
  /// Where a ledger of a name stands that a test keeps in a folder.
  let path: @Sendable (_ folder: String, _ name: String) -> String

  static let sqlite = TestEngine(engine: SQLiteEngine()) { folder, name in "\(folder)/\(name)" }

  static func postgreSQL(_ cluster: PostgreSQLCluster) -> TestEngine {
    TestEngine(engine: PostgreSQLEngine()) { folder, name in
      let parts = folder.split(separator: "/").last.map { [$0] } ?? []
      return cluster.address(
        of: (parts + name.split(separator: "/")).joined(separator: "-"))
    }
  }

  static let all = [sqlite] + (PostgreSQLCluster.shared.map { [postgreSQL($0)] } ?? [])

  /// The one that keeps the ledgers of the test that runs.
  @TaskLocal static var current = sqlite
}

/// Runs every test of a suite once with each engine.
struct EveryEngine: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func scopeProvider(for test: Test, testCase: Test.Case?) -> EveryEngine? {
    testCase == nil ? nil : self
  }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    for engine in TestEngine.all {
      try await TestEngine.$current.withValue(engine) { try await function() }
    }
  }
}

extension Trait where Self == EveryEngine {
  /// The rules of this suite hold whatever keeps the ledger.
  static var everyEngine: Self { EveryEngine() }
}
