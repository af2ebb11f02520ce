import CoreMetrics
import Synchronization

/// A metrics backend that writes the Prometheus text format 0.0.4.
final class PrometheusMeters: MetricsFactory {
  /// The identity of a series: its name and labels.
  private struct Key: Hashable {
    let name: String
    let labels: [String]

    init(_ name: String, _ dimensions: [(String, String)]) {
      self.name = name
      labels = dimensions.map { "\($0)=\"\(Self.escaped($1))\"" }
    }

    /// Escapes a label's value.
    private static func escaped(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
  }

  private let series = Mutex<[Key: any Series]>([:])

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    made(label, dimensions) { TotalSeries() }
  }

  func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    made(label, dimensions) { SumSeries() }
  }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    made(label, dimensions) { LevelSeries() }
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    made(label, dimensions) { DurationSeries() }
  }

  // Series are kept, so that a counter created again continues from its value.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  private func made<S: Series>(
    _ name: String, _ dimensions: [(String, String)], _ make: () -> S
  ) -> S {
    let key = Key(name, dimensions)
    return series.withLock { all in
      if let known = all[key] as? S { return known }
      let new = make()
      all[key] = new
      return new
    }
  }

  /// All series, ordered by name and labels.
  var text: String {
    let all = series.withLock { $0 }
    let names = Dictionary(grouping: all, by: \.key.name).sorted { $0.key < $1.key }
    var lines: [String] = []
    for (name, series) in names {
      guard let first = series.first else { continue }
      lines.append("# TYPE \(name) \(first.value.kind)")
      for (key, series) in series.sorted(by: {
        $0.key.labels.lexicographicallyPrecedes($1.key.labels)
      }) {
        lines += series.samples.map { sample in
          let labels = (key.labels + sample.labels).joined(separator: ",")
          return "\(name)\(sample.ending)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)"
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
