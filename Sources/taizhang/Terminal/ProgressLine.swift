import Foundation
import Glibc
import Synchronization

/// A line on standard error about long work: progress, speed and remaining time.
///
/// Silent for the first second, and wherever standard error is not a terminal.
final class ProgressLine: Sendable {
  private struct State {
    let started = Date()
    var label = ""
    var began = Date()
    var last = Date.distantPast
    var isShown = false
  }

  private let isVisible = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  /// Shows the progress of a step; a new label begins a new step.
  func update(_ label: String, done: Int, of total: Int?) {
    guard isVisible else { return }
    state.withLock { state in
      let now = Date()
      if state.label != label { (state.label, state.began) = (label, now) }
      guard now.timeIntervalSince(state.started) > 1, now.timeIntervalSince(state.last) > 0.1
      else { return }
      (state.last, state.isShown) = (now, true)
      let text = Self.text(
        label, done: done, of: total, seconds: now.timeIntervalSince(state.began))
      Terminal.show(transient: text)
    }
  }

  private static func text(
    _ label: String, done: Int, of total: Int?, seconds: Double
  ) -> String {
    guard done > 0, seconds > 0.2 else { return "\(label)…" }
    let rate = Double(done) / seconds
    guard let total else { return "\(label) \(done)（\(Int(rate)) 行/秒）" }
    let remaining = Int((Double(total - done) / max(rate, 0.001)).rounded(.up))
    return "\(label) \(done)/\(total)（\(Int(rate)) 行/秒，还需约 \(remaining) 秒）"
  }

  /// Clears the line.
  func finish() {
    state.withLock { state in
      if state.isShown { Terminal.show(transient: "") }
      state.isShown = false
    }
  }
}
