/// The session cookie. Under TLS it has the `__Host-` prefix, so that no other site and no plain connection can set it;
/// the two names are never both accepted.
enum SessionCookie {
  static func name(isSecure: Bool) -> String { isSecure ? "__Host-taizhang" : "taizhang" }

  /// Returns the value in a `Cookie` header, or nil if the cookie is missing or repeated.
  static func value(in header: String?, isSecure: Bool) -> String? {
    let name = name(isSecure: isSecure) + "="
    let values = (header ?? "").split(separator: ";").compactMap { part in
      let part = part.drop { $0 == " " }
      return part.hasPrefix(name) ? String(part.dropFirst(name.count)) : nil
    }
    return values.count == 1 ? values[0] : nil
  }

  /// The header that sets the cookie until the browser closes.
  static func set(_ value: String, isSecure: Bool) -> (name: String, value: String) {
    ("Set-Cookie", "\(name(isSecure: isSecure))=\(value)" + attributes(isSecure))
  }

  /// The header that deletes the cookie.
  static func clear(isSecure: Bool) -> (name: String, value: String) {
    ("Set-Cookie", "\(name(isSecure: isSecure))=" + attributes(isSecure) + "; Max-Age=0")
  }

  private static func attributes(_ isSecure: Bool) -> String {
    "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
  }
}
