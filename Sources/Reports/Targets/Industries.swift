import Ledger

/// Finds the section of GB/T 4754 for an industry as written in a list.
struct Industries {
  private let catalogue: Catalogue
  private let sections: [String: String]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    sections = Dictionary(
      catalogue.items(of: .industry).map { ($0.code, $0.attributes["section"]?.text ?? $0.code) }
    ) { first, _ in first }
  }

  /// By its code (`C39`, `3912`), its division's or section's name, or the ending that only classes of manufacturing
  /// have; nil if none of these applies.
  func section(of text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let digits = text.drop { $0.isLetter && $0.isASCII }.prefix { $0.isASCII && $0.isNumber }
    if digits.count >= 2, let section = sections[String(digits.prefix(2))] { return section }
    if case .item(let code) = catalogue.resolve(.industry, text) { return sections[code] }
    return text.hasSuffix("制造") || text.hasSuffix("制造业") ? sections["C"] : nil
  }
}
