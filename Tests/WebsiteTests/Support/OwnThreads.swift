import Dispatch

/// Threads for a server under test and for the body that waits for it: Swift's own threads are as few as cores,
/// and the other tests keep them busy, for minutes on a machine of two cores.
final class OwnThreads: TaskExecutor {
  private let queue = DispatchQueue(label: "taizhang.test.server", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
