import CoreMetrics
import Foundation
import Testing

@testable import Website

/// What is counted is written so that Prometheus reads it.
@Suite struct PrometheusMetersTests {
  @Test func `Series stand under their name, each with its labels, what would end a label escaped`()
  {
    let meters = PrometheusMeters()
    for (route, count) in [("/b", 1), ("/a", 2), ("\"\\\n}", 3)] {
      Counter(label: "tz_total", dimensions: [("route", route)], factory: meters)
        .increment(by: count)
    }
    Gauge(label: "tz_level", factory: meters).record(7)
    Gauge(label: "tz_level", factory: meters).record(2.5)
    #expect(
      meters.text == #"""
        # TYPE tz_level gauge
        tz_level 2.5
        # TYPE tz_total counter
        tz_total{route="/a"} 2
        tz_total{route="/b"} 1
        tz_total{route="\"\\\n}"} 3

        """#)
  }

  @Test(arguments: [1 as UInt64, 7, 42])
  func `A histogram's counts add up, whatever was measured`(seed: UInt64) {
    var state = seed
    let meters = PrometheusMeters()
    let timer = Timer(label: "tz_seconds", factory: meters)
    var durations: [Double] = []
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let nanoseconds = Int64(state >> 33) * 10
      timer.recordNanoseconds(nanoseconds)
      durations.append(Double(nanoseconds) / 1e9)
    }
    func value(_ name: String) -> Double? {
      meters.text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
        .flatMap { Double($0.dropFirst(name.count + 1)) }
    }
    for bound in DurationSeries.bounds {
      let within = durations.count { $0 <= bound }
      #expect(value("tz_seconds_bucket{le=\"\(bound)\"}") == Double(within))
    }
    #expect(value("tz_seconds_bucket{le=\"+Inf\"}") == 200)
    #expect(value("tz_seconds_count") == 200)
    #expect(abs((value("tz_seconds_sum") ?? 0) - durations.reduce(0, +)) < 1e-6)
  }

  @Test func `Many count at a time and nothing is lost`() async {
    let meters = PrometheusMeters()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<500 { Counter(label: "tz_total", factory: meters).increment() }
        }
      }
    }
    #expect(meters.text.contains("tz_total 4000\n"))
  }
}
