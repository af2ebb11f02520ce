import Foundation

/// Where a ledger stands in a server: `postgresql://user@host1,host2/database?ledger=NAME`, with all that the
/// client library knows to say in such an address.
struct PostgreSQLAddress: Hashable, Sendable {
  /// What the client library connects with.
  let connection: String
  /// What the ledger is called in its database.
  let ledger: String
  /// What messages call it: the address without any password.
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

  /// Where another ledger of the same database stands.
  func text(ofLedger ledger: String) -> String {
    let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
    let name = ledger.addingPercentEncoding(withAllowedCharacters: plain) ?? ledger
    return connection + (connection.contains("?") ? "&" : "?") + "ledger=" + name
  }

  /// The part of an address before its parameters, without what stands between user and `@`.
  private static func withoutPassword(_ base: Substring) -> Substring {
    guard let scheme = base.range(of: "://") else { return base }
    // A slash in a password ought to be %2F; whoever wrote it plainly is not to read it in a message.
    guard let at = base[scheme.upperBound...].lastIndex(of: "@"),
      let colon = base[scheme.upperBound..<at].firstIndex(of: ":")
    else { return base }
    return base[..<colon] + base[at...]
  }
}
