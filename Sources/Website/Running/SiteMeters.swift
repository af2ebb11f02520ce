import CoreMetrics
import Operations

/// The metrics of a site, listed in the documentation under `Running`.
struct SiteMeters: Sendable {
  private let meters = PrometheusMeters()

  /// Counts and times an answered request.
  func answered(route: String, status: Int, nanoseconds: Int64) {
    Counter(
      label: "taizhang_http_requests_total",
      dimensions: [("route", route), ("status", String(status))], factory: meters
    ).increment()
    Timer(
      label: "taizhang_http_request_seconds", dimensions: [("route", route)], factory: meters
    ).recordNanoseconds(nanoseconds)
  }

  /// Counts a refused request, by missing right or other reason.
  func refused(_ why: String) {
    Counter(label: "taizhang_refusals_total", dimensions: [("right", why)], factory: meters)
      .increment()
  }

  func signInFailed() {
    Counter(label: "taizhang_signin_failures_total", factory: meters).increment()
  }

  /// The metrics as text, with the current levels.
  func text(with levels: [(name: String, value: Double)]) -> String {
    Gauge(
      label: "taizhang_build_info", dimensions: [("version", ProgramVersion.text)], factory: meters
    ).record(1)
    for (name, value) in levels {
      Gauge(label: "taizhang_" + name, factory: meters).record(value)
    }
    return meters.text
  }
}
