package import Access
package import Ledger
import Storage

extension LedgerOperations {
  /// Runs `body` with the accounts file beside the ledger and the rules of the ledger's catalogue. `begins`
  /// allows creating the file. Throws `AccessError.noAccounts` if it is missing and may not be created.
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

  /// A grant of a role for units, areas or chains, named as in filters; no names mean everything. Throws
  /// `AccessError` and `FilterError`.
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

  /// The code of the unit with a name; nil for a nil or empty name. Throws `FilterError`.
  package func unit(named name: String?, _ catalogue: Catalogue) throws -> String? {
    guard let name, !name.isEmpty else { return nil }
    return try ProjectFilter(options: ["unit": [name]], catalogue: catalogue).units.sorted().first
  }
}
