import Ledger
import Wording

/// Validates the setting with the owners of fields: an unknown group, field, register or unit would silently
/// leave fields without owners.
struct AuthorityCheck {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// Throws `unknownInSetting` with the nearest names, and `notOwnable`.
  func check(_ path: String, _ text: String) throws {
    if path == "name" { return }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.first == "groups", parts.count == 3 else {
      throw OperationError.unknownInSetting(path, nearest: ["groups.组.fields", "groups.组.owners"])
    }
    let groups = catalogue.item(.setting, "authority")?.attributes["groups"]?.members ?? [:]
    try require(parts[1], among: groups.mapValues { $0["name"]?.text ?? "" })
    switch parts[2] {
    case "name": return
    case "fields": try words(text).forEach(checkField)
    case "owners":
      for rank in Authority.ranks(in: text) { try rank.forEach(checkOwner) }
    default: try require(parts[2], among: ["name": "", "fields": "", "owners": ""])
    }
  }

  private func words(_ text: String) -> [String] {
    text.split { "、，, ".contains($0) }.map(String.init)
  }

  private func checkField(_ text: String) throws {
    if text.hasPrefix("registers.") {
      let registers = catalogue.items(of: .register).map { ("registers." + $0.code, $0.name) }
      return try require(text, among: Dictionary(registers) { first, _ in first })
    }
    // Milestones and problems are individual acts: lists do not state them, so none could wait for an owner.
    if let field = Field(id: text), field.kind == .matters {
      throw OperationError.notOwnable(field)
    }
    let fields = Field.allCases.filter { $0.kind != .matters }.map { ($0.id, $0.label) }
    try require(text, among: Dictionary(fields) { first, _ in first })
  }

  private func checkOwner(_ text: String) throws {
    if ["lead", "responsible"].contains(text) || catalogue.unit(ofSender: text) != nil { return }
    let units = catalogue.items(of: .unit).map { ($0.code, $0.name) }
    try require(
      text,
      among: Dictionary(units) { first, _ in first }.merging(
        ["lead": Field.leadUnits.label, "responsible": Field.responsibleUnits.label]) { first, _ in
          first
        })
  }

  /// Throws `unknownInSetting` with the nearest codes unless `text` is one of them.
  private func require(_ text: String, among names: [String: String]) throws {
    if names[text] != nil { return }
    let near = NearNames(names.sorted { $0.key < $1.key }.map { ($0.key, [$0.value]) })
    throw OperationError.unknownInSetting(text, nearest: near.nearest(to: TextFolding.key(text)))
  }
}
