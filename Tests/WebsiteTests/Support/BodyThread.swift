import Dispatch

/// A thread for the body of a test that waits for a server: Swift's own threads are as few as cores, and the
/// server that is waited for needs them.
final class BodyThread: TaskExecutor {
  private let queue = DispatchQueue(label: "taizhang.test.body")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
