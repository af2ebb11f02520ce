import CoreMetrics
import Synchronization

/// A series of samples in the Prometheus data model.
protocol Series: AnyObject, Sendable {
  /// The metric type in the text format.
  var kind: String { get }
  var samples: [Sample] { get }
}

/// A line of the text format, without the name and labels of its series.
struct Sample {
  var ending = ""
  var labels: [String] = []
  let value: String
}

/// An integer counter.
final class TotalSeries: Series, CounterHandler {
  private let total = Atomic<Int64>(0)

  let kind = "counter"
  var samples: [Sample] { [Sample(value: String(total.load(ordering: .relaxed)))] }

  func increment(by amount: Int64) { total.wrappingAdd(amount, ordering: .relaxed) }
  func reset() { total.store(0, ordering: .relaxed) }
}

/// A floating-point counter.
final class SumSeries: Series, FloatingPointCounterHandler {
  private let sum = Mutex(0.0)

  let kind = "counter"
  var samples: [Sample] { [Sample(value: String(sum.withLock { $0 }))] }

  func increment(by amount: Double) { sum.withLock { $0 += amount } }
  func reset() { sum.withLock { $0 = 0 } }
}

/// A gauge.
final class LevelSeries: Series, RecorderHandler {
  private let level = Mutex("0")

  let kind = "gauge"
  var samples: [Sample] { [Sample(value: level.withLock { $0 })] }

  func record(_ value: Int64) { level.withLock { $0 = String(value) } }
  func record(_ value: Double) { level.withLock { $0 = String(value) } }
}

/// A histogram of durations.
final class DurationSeries: Series, TimerHandler {
  /// The upper bounds of the buckets in seconds, from a cached page to a list of a hundred thousand rows.
  static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

  private struct Counts {
    var within = [Int](repeating: 0, count: DurationSeries.bounds.count)
    var count = 0
    var nanoseconds: Int64 = 0
  }

  private let counts = Mutex(Counts())

  let kind = "histogram"

  func recordNanoseconds(_ duration: Int64) {
    counts.withLock { counts in
      let seconds = Double(duration) / 1e9
      if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts.within[place] += 1 }
      counts.count += 1
      counts.nanoseconds += duration
    }
  }

  var samples: [Sample] {
    let counts = counts.withLock { $0 }
    var total = 0
    var samples = zip(Self.bounds, counts.within).map { bound, count in
      total += count
      return Sample(ending: "_bucket", labels: ["le=\"\(bound)\""], value: String(total))
    }
    samples.append(
      Sample(ending: "_bucket", labels: ["le=\"+Inf\""], value: String(counts.count)))
    samples.append(Sample(ending: "_sum", value: String(Double(counts.nanoseconds) / 1e9)))
    samples.append(Sample(ending: "_count", value: String(counts.count)))
    return samples
  }
}
