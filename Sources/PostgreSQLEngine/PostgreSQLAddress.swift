import Foundation

/// The address of a ledger in a server: `postgresql://user@host1,host2/database?ledger=NAME`, with any other
/// parameter of the client library.
struct PostgreSQLAddress: Hashable, Sendable {
  /// The connection string for the client library.
  let connection: String
  /// The name of the ledger in its database.
  let ledger: String
  /// The name for messages: the address without passwords.
  let name: String

  /// Whether a text is such an address.
  static func isOne(_ text: String) -> Bool {
    text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
  }

  init(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parameters = (parts.count > 1 ? parts[1] : "").split(separator: "&")
    func named(_ parameter: Substring, _ name: String) -> Bool {
      parameter.hasPrefix(name + "=")
    }
    let ledger = parameters.last { named($0, "ledger") }.map { String($0.dropFirst(7)) }
    self.ledger = ledger.flatMap { $0.removingPercentEncoding ?? $0 } ?? "taizhang"
    func address(_ base: Substring, _ parameters: [Substring]) -> String {
      parameters.isEmpty ? String(base) : base + "?" + parameters.joined(separator: "&")
    }
    connection = address(parts[0], parameters.filter { !named($0, "ledger") })
    name = address(
      Self.withoutPassword(parts[0]),
      parameters.filter { !named($0, "password") && !named($0, "sslpassword") })
  }

  /// The address of another ledger in the same database.
  func text(ofLedger ledger: String) -> String {
    let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
    let name = ledger.addingPercentEncoding(withAllowedCharacters: plain) ?? ledger
    return connection + (connection.contains("?") ? "&" : "?") + "ledger=" + name
  }

  /// The part of an address before its parameters, without the password.
  private static func withoutPassword(_ base: Substring) -> Substring {
    guard let scheme = base.range(of: "://") else { return base }
    // A slash in a password should be %2F; even unescaped it must not appear in a message.
    guard let at = base[scheme.upperBound...].lastIndex(of: "@"),
      let colon = base[scheme.upperBound..<at].firstIndex(of: ":")
    else { return base }
    return base[..<colon] + base[at...]
  }
}
