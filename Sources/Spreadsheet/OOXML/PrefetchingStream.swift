import Dispatch
import Synchronization

/// A part that is unpacked on another core, a few buffers ahead of its reader.
final class PrefetchingStream: ByteStream {
  let part: String
  private let worker: Worker
  /// The offset of the next byte in the current buffer.
  private var used = 0
  private var slot = 0
  private var isAtEnd = false

  init(_ stream: PartStream) {
    part = stream.part
    worker = Worker(stream)
    let worker = worker
    DispatchQueue.global(qos: .userInitiated).async { worker.run() }
  }

  deinit { worker.stop() }

  func read(
    into buffer: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(SpreadsheetError) -> Int {
    if isAtEnd { return 0 }
    if used == 0 { worker.filled.wait() }
    let chunk = worker.chunks[slot]
    switch chunk.outcome {
    case .success(0):
      isAtEnd = true
      return 0
    case .failure(let error):
      // Every later read throws the same error.
      worker.filled.signal()
      throw error
    case .success(let count):
      let taken = min(capacity, count - used)
      buffer.update(from: chunk.bytes + used, count: taken)
      used += taken
      if used == count {
        used = 0
        slot = (slot + 1) % worker.chunks.count
        worker.free.signal()
      }
      return taken
    }
  }
}

/// Fills the buffers in turn as they become free.
///
/// A buffer belongs to the worker between `free` and `filled`, and to the reader otherwise, so the two
/// never access the same one; this makes sharing safe.
private final class Worker: @unchecked Sendable {
  let chunks = (0..<4).map { _ in Chunk() }
  let filled = DispatchSemaphore(value: 0)
  let free = DispatchSemaphore(value: 0)
  private let stream: PartStream
  private let isStopped = Atomic(false)

  init(_ stream: PartStream) {
    self.stream = stream
    for _ in chunks { free.signal() }
  }

  func run() {
    var slot = 0
    while true {
      free.wait()
      if isStopped.load(ordering: .acquiring) { return }
      let chunk = chunks[slot]
      do throws(SpreadsheetError) {
        chunk.outcome = .success(try stream.read(into: chunk.bytes, capacity: Chunk.size))
      } catch {
        chunk.outcome = .failure(error)
      }
      filled.signal()
      guard case .success(let count) = chunk.outcome, count > 0 else { return }
      slot = (slot + 1) % chunks.count
    }
  }

  /// Ends the worker before the end of the part.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    free.signal()
  }
}

/// A buffer and the outcome of filling it.
private final class Chunk {
  static let size = 1 << 17
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  var outcome = Result<Int, SpreadsheetError>.success(0)

  deinit { bytes.deallocate() }
}
