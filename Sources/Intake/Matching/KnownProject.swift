package import Ledger

/// What the ledger knows of a project's identity.
package struct KnownProject: Hashable, Sendable {
  package let id: ProjectID
  package let code: String?
  package let name: String
  package let owner: String?
  /// Codes of the catalogue.
  package let district: String?
  package let zone: String?
  /// The name and the owner in the form in which they are compared.
  let nameKey: NameKey
  let ownerKey: NameKey?

  package init(
    id: ProjectID, code: String?, name: String, owner: String?, district: String?, zone: String?
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.owner = owner
    self.district = district
    self.zone = zone
    nameKey = NameKey(name)
    ownerKey = owner.map { NameKey(ofBody: $0) }
  }
}

extension ParsedRow {
  /// The row's identity, for comparison with known projects; nil without a name.
  var identity: KnownProject? {
    guard let name = text(.name) else { return nil }
    func reference(_ field: Field) -> String? {
      if case .reference(let code) = self[field] { code } else { nil }
    }
    return KnownProject(
      id: 0, code: text(.code), name: name, owner: text(.owner), district: reference(.district),
      zone: reference(.zone))
  }
}

extension KnownProject {
  /// Whether both state a place of one kind and the places differ.
  func placeDiffers(from other: KnownProject) -> Bool {
    (district != nil && other.district != nil && district != other.district)
      || (zone != nil && other.zone != nil && zone != other.zone)
  }

  func ownerDiffers(from other: KnownProject) -> Bool {
    guard let ownerKey, let otherKey = other.ownerKey else { return false }
    return ownerKey != otherKey
  }
}
