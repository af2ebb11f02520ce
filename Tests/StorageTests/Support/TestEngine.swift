import Engine
import SQLiteEngine
import Testing

@testable import Storage

/// The engines that the suites are run with.
enum TestEngine {
  /// A second engine joins here.
  static let all: [any DatabaseEngine] = [SQLiteEngine()]

  /// The one that keeps the ledgers of the test that runs.
  @TaskLocal static var current: any DatabaseEngine = SQLiteEngine()
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
