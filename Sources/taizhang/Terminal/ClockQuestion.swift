import Storage
import Synchronization
import Wording

/// Asks a person once whether the clock is right, however many lists the command imports.
enum ClockQuestion {
  private static let answer = Mutex<Bool?>(nil)

  static func isRight(_ gap: ClockGap) -> Bool {
    answer.withLock { answer in
      let isRight = answer ?? Terminal.asks(gap.question)
      answer = isRight
      return isRight
    }
  }
}
