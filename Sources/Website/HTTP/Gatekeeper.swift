/// Checks that a request is addressed to this site and that a write comes from one of its own pages.
///
/// Without sign-in, only this protects the ledger from other sites: DNS rebinding fails on `Host`, and a form of
/// another site on its origin.
struct Gatekeeper: Sendable {
  /// The accepted values of `Host`.
  let hosts: Set<String>
  /// Whether any `Host` is accepted: a server with accounts does not know all its names, and a rebound name has no
  /// session cookie.
  private let takesAll: Bool
  /// The URL schemes of this site's pages.
  private let schemes: Set<String>

  /// Accepts any `Host`, or none. A gateway may use TLS even if this server does not.
  init(takingAll: Bool, isSecure: Bool) {
    hosts = []
    takesAll = takingAll
    schemes = isSecure ? ["https"] : ["http", "https"]
  }

  /// Accepts the names of the loopback addresses at a port.
  init(port: Int, isSecure: Bool = false) {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    let standard = isSecure ? 443 : 80
    hosts = Set(names.flatMap { port == standard ? [$0, "\($0):\(port)"] : ["\($0):\(port)"] })
    takesAll = false
    schemes = [isSecure ? "https" : "http"]
  }

  enum Refusal: Hashable, Sendable {
    /// `Host` names another site.
    case notOurs
    /// The request comes from a page of another site, or its origin is unknown.
    case foreignPage
  }

  /// Returns the reason to refuse a request, or nil.
  func refusal(of request: WebRequest) -> Refusal? {
    guard let host = request.source.host?.lowercased(), takesAll || hosts.contains(host) else {
      return .notOurs
    }
    switch WebRequest.Method(rawValue: request.method) {
    case .get, .head, nil: return nil
    // Forms cannot send these methods, so only API routes have them.
    case .put, .patch, .delete: return isForeign(request.source, host) ? .foreignPage : nil
    case .post:
      if request.isOfProgram { return isForeign(request.source, host) ? .foreignPage : nil }
      return isOwn(request.source, host) ? nil : .foreignPage
    }
  }

  /// Whether the browser states another origin. A program states none; an old browser's form without an origin is
  /// refused by its content type.
  private func isForeign(_ source: WebRequest.Source, _ host: String) -> Bool {
    (source.fetchSite != nil || source.origin != nil) && !isOwn(source, host)
  }

  /// `Sec-Fetch-Site` takes precedence; older browsers send only `Origin`.
  private func isOwn(_ source: WebRequest.Source, _ host: String) -> Bool {
    if let site = source.fetchSite { return site == "same-origin" }
    guard let origin = source.origin?.lowercased() else { return false }
    return schemes.contains { origin == "\($0)://\(host)" }
  }

  /// Whether the headers state that a page of this site sent the request.
  func isOwn(_ request: WebRequest) -> Bool {
    guard let host = request.source.host?.lowercased() else { return false }
    return isOwn(request.source, host)
  }
}
