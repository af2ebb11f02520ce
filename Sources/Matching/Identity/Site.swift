package import Ledger

/// Where a project stands: what the address says, or what the scope of works says behind 选址 or 位于.
package enum Site {
  /// The words behind which a scope of works names the site.
  private static let leads = ["选址于", "选址", "位于"]

  /// The words that a site is told by: without one a text tells none.
  package static let words = WordList(leads)

  package static func text(address: String?, content: @autoclosure () -> String?) -> String? {
    if let address { return address }
    // Most scopes of works name no site, which bytes tell quickly.
    guard let content = content(), words.isPart(of: content) else { return nil }
    for lead in leads {
      guard let place = content.firstRange(of: lead)?.upperBound else { continue }
      let text = content[place...].prefix { !"。，；,;.（(".contains($0) }
      if !text.isEmpty { return String(text) }
    }
    return nil
  }
}
