import Operations
import Synchronization
import Wording

/// A problem while closing ledgers, reported after the command's own output.
enum ClosingProblem {
  private static let problem = Mutex<(any Error)?>(nil)

  /// Records the first problem.
  static func note(_ error: any Error) { problem.withLock { $0 = $0 ?? error } }

  /// Reports the problem, if any. Returns whether there was one.
  @discardableResult
  static func tell() -> Bool {
    guard let error = problem.withLock({ $0 }) else { return false }
    Terminal.note("提醒：" + ErrorWording.unsettled(error))
    return true
  }
}
