import Storage
import Synchronization
import Wording

/// Whether the clock is right: a person is asked once, however many lists the command takes in.
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
