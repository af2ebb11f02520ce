/// The security headers of every response.
enum SecurityHeaders {
  /// Allows scripts, styles, images, connections and forms of this site only.
  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// Adds the headers; a response without `Cache-Control` becomes `no-store`.
  static func add(to response: inout WebResponse) {
    var headers: [(name: String, value: String)] = [
      ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ]
    if response["Cache-Control"] == nil { headers.append(("Cache-Control", "no-store")) }
    response.headers += headers
  }
}
