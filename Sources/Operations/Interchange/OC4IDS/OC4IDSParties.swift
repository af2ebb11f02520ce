import Ledger

/// The parties of a project: each organisation once, with all its roles.
struct OC4IDSParties {
  private var parties: [Party] = []
  private let lead: Party?

  private struct Party {
    let id: String
    let name: String?
    /// The unified social credit code (GB 32100-2015).
    let creditCode: String?
    var roles: [String]
  }

  /// Reads the units, the owner and the investor of a record.
  init(_ record: Record, _ catalogue: Catalogue) {
    let leads = record.references(.leadUnits)
    func unit(_ code: String, _ role: String) -> Party {
      Party(
        id: "taizhang-unit-\(code)", name: catalogue.name(of: .unit, code), creditCode: nil,
        roles: [role])
    }
    lead = leads.first.map { unit($0, "publicAuthority") }
    for code in leads { add(unit(code, "publicAuthority")) }
    if record.text(.owner) != nil || record.text(.ownerUSCC) != nil {
      let code = record.text(.ownerUSCC)
      let name = record.text(.owner)
      add(
        Party(
          id: code.map { "\(Self.creditCodes)-\($0)" } ?? name ?? "", name: name, creditCode: code,
          roles: ["buyer"]))
    }
    if let investor = record.text(.investor) {
      add(Party(id: investor, name: investor, creditCode: nil, roles: ["funder"]))
    }
    for code in record.references(.responsibleUnits) { add(unit(code, "responsibleUnit")) }
    for code in record.references(.cooperatingUnits) { add(unit(code, "cooperatingUnit")) }
  }

  /// The code of the identifier list in org-id.guide.
  private static let creditCodes = "CN-USCI"

  /// Parties with the same id or name are merged.
  private mutating func add(_ party: Party) {
    let index = parties.firstIndex { known in
      known.id == party.id || known.name != nil && known.name == party.name
    }
    guard let index else { return parties.append(party) }
    for role in party.roles where !parties[index].roles.contains(role) {
      parties[index].roles.append(role)
    }
  }

  /// A reference to the first lead unit.
  var publicAuthority: JSON? {
    lead.map { .known([("id", .string($0.id)), ("name", JSON.text($0.name))]) }
  }

  /// All parties, the lead units first.
  var all: [JSON] {
    parties.map { party in
      .known([
        ("id", .string(party.id)), ("name", JSON.text(party.name)),
        (
          "identifier",
          party.creditCode.map {
            .object([("scheme", .string(Self.creditCodes)), ("id", .string($0))])
          }
        ),
        ("roles", .strings(party.roles)),
      ])
    }
  }
}
