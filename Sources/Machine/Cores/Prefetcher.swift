import Dispatch
import Synchronization

/// A sequence of tasks whose outcomes are consumed in order: another core runs ahead of the caller. A
/// caller that would have to wait runs a task itself.
package struct Prefetcher<Outcome: Sendable>: Sendable {
  /// The most outcomes begun and not consumed: they are in memory.
  private static var most: Int { 4 }

  /// Which tasks are begun, done and consumed. Task numbers start at 0.
  private struct Standing {
    var begun = 0
    var consumed = 0
    var outcomes: [Int: Result<Outcome, any Error>] = [:]
    /// Whether another core takes tasks.
    var isHelped = false
    /// Whether the caller waits for the outcome of the next task.
    var isAwaited = false
  }

  private final class Tasks: Sendable {
    let count: Int
    let work: @Sendable (Int) throws -> Outcome
    let standing = Mutex(Standing())
    let signal = DispatchSemaphore(value: 0)

    init(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Outcome) {
      self.count = count
      self.work = work
    }

    /// The number of the next task to do, now begun; nil if there is none, or too many outcomes wait.
    func begin(_ standing: inout Standing) -> Int? {
      guard standing.begun < count, standing.begun - standing.consumed < Prefetcher.most else {
        return nil
      }
      standing.begun += 1
      return standing.begun - 1
    }

    func perform(_ task: Int) {
      let outcome = Result { try work(task) }
      let isAwaited = standing.withLock { standing in
        standing.outcomes[task] = outcome
        let isAwaited = standing.isAwaited && task == standing.consumed
        if isAwaited { standing.isAwaited = false }
        return isAwaited
      }
      if isAwaited { signal.signal() }
    }

    /// Takes tasks until there is none to begin.
    func help() {
      while let task = standing.withLock({ standing in
        let task = begin(&standing)
        standing.isHelped = task != nil
        return task
      }) {
        perform(task)
      }
    }
  }

  private enum Step {
    case consume(Result<Outcome, any Error>)
    case perform(Int)
    case wait
    case end
  }

  private let tasks: Tasks

  /// `work` receives the index of its task, from 0.
  package init(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Outcome) {
    tasks = Tasks(count, work)
  }

  /// The outcome of the next task; nil after the last. Throws the error of the task. One caller at a time.
  package func next() throws -> Outcome? {
    while true {
      let (step, asksHelp) = tasks.standing.withLock { standing -> (Step, Bool) in
        let step = nextStep(&standing)
        let asksHelp = !standing.isHelped && standing.begun < tasks.count
        if asksHelp { standing.isHelped = true }
        return (step, asksHelp)
      }
      if asksHelp { DispatchQueue.global(qos: .userInitiated).async { [tasks] in tasks.help() } }
      switch step {
      case .consume(let outcome): return try outcome.get()
      case .perform(let task): tasks.perform(task)
      case .wait: tasks.signal.wait()
      case .end: return nil
      }
    }
  }

  private func nextStep(_ standing: inout Standing) -> Step {
    if standing.consumed == tasks.count { return .end }
    if let outcome = standing.outcomes.removeValue(forKey: standing.consumed) {
      standing.consumed += 1
      return .consume(outcome)
    }
    if let task = tasks.begin(&standing) { return .perform(task) }
    standing.isAwaited = true
    return .wait
  }
}
