import Testing

@testable import Website

/// Who may talk to the site.
@Suite struct GatekeeperTests {
  private let gate = Gatekeeper(port: 8080)

  private func request(
    _ method: String, host: String?, origin: String? = nil, site: String? = nil
  ) -> WebRequest {
    var request = WebRequest(method: method, path: [])
    request.source = WebRequest.Source(host: host, origin: origin, fetchSite: site)
    return request
  }

  @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"])
  func `Our own names are let in`(host: String) {
    #expect(gate.refusal(of: request("GET", host: host)) == nil)
  }

  @Test(
    arguments: [
      nil, "", "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:80", "localhost:8081",
      "127.0.0.1:8080.evil.example", "0.0.0.0:8080",
    ] as [String?])
  func `A name that leads here and is not ours is refused`(host: String?) {
    for method in ["GET", "HEAD", "POST", "PUT"] {
      #expect(gate.refusal(of: request(method, host: host)) == .notOurs)
    }
  }

  @Test func `Without a port nobody is let in`() {
    let closed = Gatekeeper(takingAll: false, isSecure: false)
    #expect(closed.refusal(of: request("GET", host: "127.0.0.1:8080")) == .notOurs)
  }

  @Test(
    arguments: [
      ("same-origin", nil), ("same-origin", "null"), (nil, "http://127.0.0.1:8080"),
      (nil, "HTTP://127.0.0.1:8080"),
    ] as [(String?, String?)])
  func `A write comes from a page of ours`(site: String?, origin: String?) {
    let sent = request("POST", host: "127.0.0.1:8080", origin: origin, site: site)
    #expect(gate.refusal(of: sent) == nil)
  }

  @Test(
    arguments: [
      (nil, nil), ("cross-site", nil), ("same-site", nil), ("none", nil),
      ("cross-site", "http://127.0.0.1:8080"), (nil, "null"), (nil, "http://evil.example"),
      (nil, "http://localhost:8080"), (nil, "https://127.0.0.1:8080"), (nil, "http://127.0.0.1"),
    ] as [(String?, String?)])
  func `A write from elsewhere, or from nobody knows where, is refused`(
    site: String?, origin: String?
  ) {
    let sent = request("POST", host: "127.0.0.1:8080", origin: origin, site: site)
    #expect(gate.refusal(of: sent) == .foreignPage)
  }
}
