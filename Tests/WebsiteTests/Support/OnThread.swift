import Foundation

/// Does what waits on a thread of its own: the test's own threads are as few as cores, and the server that is
/// waited for needs them.
func onThread<Outcome: Sendable>(
  _ work: @escaping @Sendable () throws -> Outcome
) async throws -> Outcome {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
  }
}
