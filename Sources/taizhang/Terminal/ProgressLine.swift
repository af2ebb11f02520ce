import Foundation
import Glibc
import Synchronization

/// A line about long work on standard error: how far, how fast, how long still.
///
/// Silent for the first second, and wherever standard error is not a terminal.
final class ProgressLine: Sendable {
  private struct State {
    var started = Date()
    var last = Date.distantPast
    var isShown = false
  }

  private let label: String
  private let isVisible: Bool
  private let state = Mutex(State())

  init(_ label: String) {
    self.label = label
    isVisible = isatty(STDERR_FILENO) == 1
  }

  /// Tells how many of how many are done.
  func update(done: Int, of total: Int) {
    guard isVisible, total > 0 else { return }
    state.withLock { state in
      let now = Date()
      let elapsed = now.timeIntervalSince(state.started)
      guard elapsed > 1, now.timeIntervalSince(state.last) > 0.1, done > 0 else { return }
      state.last = now
      state.isShown = true
      let rate = Double(done) / elapsed
      let remaining = Int((Double(total - done) / max(rate, 0.001)).rounded(.up))
      Terminal.write(
        "\r\(label) \(done)/\(total)（\(Int(rate)) 项/秒，还需约 \(remaining) 秒）\u{1B}[K",
        to: STDERR_FILENO)
    }
  }

  /// Clears the line.
  func finish() {
    state.withLock { state in
      if state.isShown { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
      state.isShown = false
    }
  }
}
