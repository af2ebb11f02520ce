import Ledger
import Wording

/// Validates changes of a role for the separation of duties (三权分立): administrators' roles stay as shipped, and
/// no other role gets their rights.
struct RoleCheck {
  private let role: CatalogueItem
  private let catalogue: Catalogue

  /// `role` is the current role, or a new one.
  init(_ role: CatalogueItem, in catalogue: Catalogue) {
    self.role = role
    self.catalogue = catalogue
  }

  private static let ofAdministrators: Set<Right> = [
    .accounts, .settings, .backup, .grants, .disable, .audit,
  ]

  private var isAdministrators: Bool { catalogue.role(role.code)?.reach == .nothing }

  /// Throws `unknownInSetting` with the allowed values.
  func check(_ path: String, _ text: String) throws {
    switch path {
    case "name", "alias", "-alias": return
    case "rights" where !isAdministrators:
      let known = Right.allCases.filter { !Self.ofAdministrators.contains($0) }.map(\.rawValue)
      let words = text.split { "、，, ".contains($0) }.map(String.init)
      if words.isEmpty { throw OperationError.unknownInSetting(text, nearest: known) }
      for word in words { try require(word, among: known) }
    case "scope" where !isAdministrators:
      try require(text, among: Role.Kind.allCases.filter { $0 != .nothing }.map(\.rawValue))
    case "led_chains" where !isAdministrators: try require(text, among: ["see", "no"])
    default:
      throw OperationError.unknownInSetting(
        "\(path)=\(text)", nearest: isAdministrators ? [] : ["rights", "scope", "led_chains"])
    }
  }

  private func require(_ word: String, among known: [String]) throws {
    if known.contains(word) { return }
    let near = NearNames(known.map { ($0, []) }).nearest(to: word)
    throw OperationError.unknownInSetting(word, nearest: near.isEmpty ? known : near)
  }
}
