package import Access
package import Ledger
import Storage

extension LedgerOperations {
  /// Does something with the file of accounts beside the ledger, by the rules of its catalogue. `begins`
  /// says that there may be none yet. Throws `AccessError.noAccounts` where there is none and none may
  /// begin.
  package func accessing<Result>(
    begins: Bool = false, _ body: (AccessFile, AccessRules, Catalogue) throws -> Result
  ) throws -> Result {
    let (catalogue, revision) = try reading { store, catalogue in
      (catalogue, try store.revision)
    }
    let file = try AccessFile.open(
      beside: path, now: now, beginning: begins ? { revision } : nil)
    let result: Result
    do {
      result = try body(file, AccessRules(catalogue), catalogue)
    } catch {
      try? file.close()
      throw error
    }
    do { try file.close() } catch { onUnsettled(error) }
    return result
  }

  /// A role over what is named: units, areas and chains as filters name them. Nothing named is everything.
  /// Throws `AccessError` and `FilterError`.
  package func grant(
    role: String, units: [String], areas: [String], chains: [String], _ catalogue: Catalogue
  ) throws -> Grant {
    guard let role = catalogue.roles.first(where: { $0.code == role || $0.name == role }) else {
      throw AccessError.unknownRole(role, known: catalogue.roles.map(\.name))
    }
    let named = ["unit": units, "area": areas, "chain": chains].filter { !$0.value.isEmpty }
    guard named.count <= 1 else { throw AccessError.severalScopes }
    let filter = try ProjectFilter(options: named, catalogue: catalogue)
    let scope: Scope =
      switch named.keys.first {
      case "unit": .units(filter.units)
      case "area": .areas(filter.districts.union(filter.zones))
      case "chain": .chains(filter.chains)
      default: .everything
      }
    if scope == .everything, role.reach == .units || role.reach == .areas {
      throw AccessError.scopeMissing(role: role.name)
    }
    return Grant(role: role.code, scope: scope)
  }

  /// The code of a unit by any of its names; nil for none. Throws `FilterError`.
  package func unit(named name: String?, _ catalogue: Catalogue) throws -> String? {
    guard let name, !name.isEmpty else { return nil }
    return try ProjectFilter(options: ["unit": [name]], catalogue: catalogue).units.sorted().first
  }
}
