import CoreMetrics
import Operations

/// What a site counts of itself, under the names that `Running` in the documentation lists.
struct SiteMeters: Sendable {
  private let meters = PrometheusMeters()

  /// A request was answered.
  func answered(route: String, status: Int, nanoseconds: Int64) {
    Counter(
      label: "taizhang_http_requests_total",
      dimensions: [("route", route), ("status", String(status))], factory: meters
    ).increment()
    Timer(
      label: "taizhang_http_request_seconds", dimensions: [("route", route)], factory: meters
    ).recordNanoseconds(nanoseconds)
  }

  /// Somebody was turned away: for want of a right, or for what else the audit says.
  func refused(_ why: String) {
    Counter(label: "taizhang_refusals_total", dimensions: [("right", why)], factory: meters)
      .increment()
  }

  func signInFailed() {
    Counter(label: "taizhang_signin_failures_total", factory: meters).increment()
  }

  /// All of it, with how things stand now.
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
