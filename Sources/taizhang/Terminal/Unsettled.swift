import Operations
import Synchronization
import Wording

/// What closing ledgers left undone: said when the command has said what it did.
enum Unsettled {
  private static let problem = Mutex<(any Error)?>(nil)

  /// Remembers the first of them.
  static func note(_ error: any Error) { problem.withLock { $0 = $0 ?? error } }

  /// Says it, if there is anything; whether there was.
  @discardableResult
  static func tell() -> Bool {
    guard let error = problem.withLock({ $0 }) else { return false }
    Terminal.note("提醒：" + ErrorWording.unsettled(error))
    return true
  }
}
