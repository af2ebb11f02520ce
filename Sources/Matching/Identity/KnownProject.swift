import Intake
package import Ledger
import Spreadsheet

/// What the ledger knows of a project's identity.
///
/// A class because many places refer to the same hundred thousand of them.
package final class KnownProject: Sendable {
  package let id: ProjectID
  package let code: String?
  /// As far as a cell holds it, so that a name is known again that a book shortened.
  package let name: String
  package let owner: String?
  package let ownerUSCC: String?
  package let investor: String?
  package let investment: Money?
  /// Codes of the catalogue.
  package let district: String?
  package let zone: String?
  /// Where it stands, as far as it is said more closely than by its district.
  package let site: String?
  /// The name in the form in which names are compared.
  let nameKey: NameKey

  package init(
    id: ProjectID, code: String? = nil, name: String, owner: String? = nil,
    ownerUSCC: String? = nil, investor: String? = nil, investment: Money? = nil,
    district: String? = nil, zone: String? = nil, site: String? = nil
  ) {
    self.id = id
    self.code = code
    self.name = FittedText.fit(name)
    self.owner = owner
    self.ownerUSCC = ownerUSCC
    self.investor = investor
    self.investment = investment
    self.district = district
    self.zone = zone
    self.site = site
    nameKey = NameKey(self.name)
  }

  /// The owner in the form in which owners are compared; made when it is asked for, because most projects
  /// are told by their codes.
  var ownerKey: NameKey? { owner.map { NameKey(ofBody: $0) } }
}

extension KnownProject {
  /// What a project is recognised by among its values.
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
  /// The same under another name that it goes by.
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
  /// Whether both state a place of one kind and the places differ.
  func placeDiffers(from other: KnownProject) -> Bool {
    (district != nil && other.district != nil && district != other.district)
      || (zone != nil && other.zone != nil && zone != other.zone)
  }

  func ownerDiffers(from other: KnownProject) -> Bool {
    owner != other.owner && NameKey.differ(ownerKey, other.ownerKey)
  }
}
