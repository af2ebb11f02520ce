import Intake
package import Ledger
import Spreadsheet

/// The values that identify a project.
///
/// A class, because many places refer to the same hundred thousand instances.
package final class KnownProject: Sendable {
  package let id: ProjectID
  package let code: String?
  /// Cut to the length of a cell, so that a name that a book shortened is recognised.
  package let name: String
  package let owner: String?
  package let ownerUSCC: String?
  package let investor: String?
  package let investment: Money?
  /// Codes of catalogue items.
  package let district: String?
  package let zone: String?
  /// The site, if stated more precisely than the district.
  package let site: String?
  /// The name in comparable form.
  let nameKey: NameKey

  package init(
    id: ProjectID, code: String? = nil, name: String, owner: String? = nil,
    ownerUSCC: String? = nil, investor: String? = nil, investment: Money? = nil,
    district: String? = nil, zone: String? = nil, site: String? = nil
  ) {
    self.id = id
    self.code = code
    self.name = TruncatedText.fit(name)
    self.owner = owner
    self.ownerUSCC = ownerUSCC
    self.investor = investor
    self.investment = investment
    self.district = district
    self.zone = zone
    self.site = site
    nameKey = NameKey(self.name)
  }

  /// The owner in comparable form; computed on demand, because most projects are recognised by their codes.
  var ownerKey: NameKey? { owner.map { NameKey(ofBody: $0) } }
}

extension KnownProject {
  /// Takes the identifying values of a project.
  package convenience init(_ id: ProjectID, _ value: (Field) -> Value?) {
    func text(_ field: Field) -> String? {
      if case .text(let text) = value(field) { text } else { nil }
    }
    func reference(_ field: Field) -> String? {
      if case .reference(let code) = value(field) { code } else { nil }
    }
    var investment: Money?
    if case .money(let money) = value(.totalInvestment) { investment = money }
    self.init(
      id: id, code: text(.code), name: text(.name) ?? "", owner: text(.owner),
      ownerUSCC: text(.ownerUSCC), investor: text(.investor), investment: investment,
      district: reference(.district), zone: reference(.zone),
      site: Site.text(address: text(.address), content: text(.content)))
  }
}

extension KnownProject {
  /// The same project under another of its names.
  package func called(_ name: String) -> KnownProject {
    KnownProject(
      id: id, code: code, name: name, owner: owner, ownerUSCC: ownerUSCC, investor: investor,
      investment: investment, district: district, zone: zone, site: site)
  }
}

extension ParsedRow {
  /// The row's identity, for comparison with known projects; nil without a name.
  var identity: KnownProject? {
    holds(.name) ? KnownProject(0) { self[$0] } : nil
  }
}

extension KnownProject {
  /// Whether both state a district, or both a zone, and these differ.
  func placeDiffers(from other: KnownProject) -> Bool {
    (district != nil && other.district != nil && district != other.district)
      || (zone != nil && other.zone != nil && zone != other.zone)
  }

  func ownerDiffers(from other: KnownProject) -> Bool {
    owner != other.owner && NameKey.differ(ownerKey, other.ownerKey)
  }
}
