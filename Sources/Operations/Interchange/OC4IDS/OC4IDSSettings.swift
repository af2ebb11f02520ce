package import Ledger

/// The catalogue's settings for publishing in the standard: `setting oc4ids`.
package struct OC4IDSSettings: Sendable {
  /// The prefix of all project identifiers.
  package let prefix: String
  let publisher: String
  /// The region of all addresses.
  let region: String
  /// Project types by 建设性质.
  private let types: [String: String]
  /// Sectors by division or section of GB/T 4754-2017.
  private let sectors: [String: String]
  private let catalogue: Catalogue

  /// Values missing from the ledger's setting come from the shipped catalogue.
  package init(_ catalogue: Catalogue) throws {
    self.catalogue = catalogue
    let own = catalogue.setting("oc4ids")
    let shipped = try Catalogue.shipped().setting("oc4ids")
    func text(_ key: String) -> String { own?[key]?.text ?? shipped?[key]?.text ?? "" }
    func texts(_ key: String) -> [String: String] {
      guard case .map(let members) = own?[key] ?? shipped?[key] else { return [:] }
      return members.compactMapValues(\.text)
    }
    prefix = text("prefix")
    publisher = text("publisher")
    region = text("region")
    types = texts("nature_types")
    sectors = texts("sectors")
  }

  /// Whether the prefix looks registered: `oc4ids-` and six letters or digits.
  package var isRegistered: Bool { prefix.wholeMatch(of: /oc4ids-[a-z0-9]{6}/) != nil }

  /// The type of 新建, 扩建 …; nil if the setting does not map it.
  func type(ofNature nature: String) -> String? { types[nature] }

  /// The division of GB/T 4754-2017 for a project's industry, given by code (`C3841`, `38`) or name; nil if
  /// none is stated. A chain does not count as an industry.
  func division(industry: String?) -> String? {
    guard let industry else { return nil }
    let digits = industry.drop { $0.isASCII && $0.isLetter }.prefix { $0.isASCII && $0.isNumber }
    if let code = known(digits) { return code }
    if case .item(let code) = catalogue.resolve(.industry, industry) { return code }
    return nil
  }

  private func known(_ digits: Substring) -> String? {
    catalogue.item(.industry, String(digits.prefix(2)))?.code
  }

  /// The sectors of a division: the parent sector, then the subsector.
  func sectors(ofDivision code: String) -> [String] {
    let section = catalogue.item(.industry, code)?.attributes["section"]?.text
    guard let sector = sectors[code] ?? section.flatMap({ sectors[$0] }) else { return [] }
    guard let dot = sector.firstIndex(of: ".") else { return [sector] }
    return [String(sector[..<dot]), sector]
  }
}
