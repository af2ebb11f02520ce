package import Ledger

/// The site of a project: the address, or what follows 选址 or 位于 in the scope of works.
package enum Site {
  /// The words after which a scope of works names the site.
  private static let leads = ["选址于", "选址", "位于"]

  /// The words that introduce a site: a text without one names none.
  package static let words = WordList(leads)

  package static func text(address: String?, content: @autoclosure () -> String?) -> String? {
    if let address { return address }
    // Most scopes of works name no site, which a byte search finds quickly.
    guard let content = content(), words.isPart(of: content) else { return nil }
    for lead in leads {
      guard let place = content.firstRange(of: lead)?.upperBound else { continue }
      let text = content[place...].prefix { !"。，；,;.（(".contains($0) }
      if !text.isEmpty { return String(text) }
    }
    return nil
  }
}
