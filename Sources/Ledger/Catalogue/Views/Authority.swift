/// Whose word counts about which fields (字段归口): groups of fields with their owners in the order of rank.
package struct Authority: Sendable {
  package enum Owner: Hashable, Sendable {
    /// A unit's code.
    case unit(String)
    /// The project's own lead units.
    case lead
    /// The project's own responsible units.
    case responsible
  }

  /// Fields that one list of owners is for.
  package struct Group: Sendable {
    package let name: String
    let fields: Set<Field>
    /// Registers whose places are among them.
    let registers: Set<String>
    /// The first counts most; those of one rank stand together.
    package let ranks: [[Owner]]
  }

  let groups: [Group]

  /// The owners that a text names, rank by rank: a list of owners is one in order, whatever parts it; `=` puts owners
  /// side by side.
  package static func ranks(in text: String) -> [[String]] {
    text.replacing(#/\s*[=＝]\s*/#, with: "=").split { ">＞、，, ".contains($0) }
      .map { $0.split(separator: "=").map(String.init) }
  }

  /// The group that a key belongs to; nil where nobody owns it.
  package func group(of key: FieldKey) -> Group? {
    groups.first { group in
      if case .register(let code, _) = key.part { return group.registers.contains(code.text) }
      return group.fields.contains(key.field)
    }
  }

  /// The rank of a unit's word about a key of a project, 0 for the first: behind all owners where it is
  /// none of them, and 0 for everybody where nobody owns it.
  package func rank(of unit: String?, about key: FieldKey, _ project: Record) -> Int {
    rank(of: unit, about: key, project, claimed: [])
  }

  /// The same of a unit that is not taken for an owner for what some fields say of it.
  package func rank(
    of unit: String?, about key: FieldKey, _ project: Record, claimed: Set<Field>
  ) -> Int {
    guard let group = group(of: key) else { return 0 }
    guard let unit else { return group.ranks.count }
    let rank = group.ranks.firstIndex { owners in
      owners.contains { owner in
        switch owner {
        case .unit(let code): code == unit
        case .lead:
          !claimed.contains(.leadUnits) && project.references(.leadUnits).contains(unit)
        case .responsible:
          !claimed.contains(.responsibleUnits)
            && project.references(.responsibleUnits).contains(unit)
        }
      }
    }
    return rank ?? group.ranks.count
  }
}

extension Catalogue {
  /// Whose word counts, as the setting has it, in a ledger that began without it as shipped. A group whose
  /// owners the catalogue does not know is nobody's.
  package var authority: Authority {
    let setting = settingOrShipped("authority")
    let groups = (setting?["groups"]?.members ?? [:]).sorted { $0.key < $1.key }
    return Authority(
      groups: groups.map { Authority.Group($0.key, $0.value, self) }.filter {
        !$0.ranks.allSatisfy(\.isEmpty)
      })
  }
}

extension Authority.Group {
  fileprivate init(_ code: String, _ group: Attribute, _ catalogue: Catalogue) {
    name = group["name"]?.text ?? code
    let keys = Self.words(group["fields"])
    fields = Set(keys.compactMap { Field(id: $0) })
    registers = Set(
      keys.compactMap { key in
        key.hasPrefix("registers.") ? String(key.dropFirst("registers.".count)) : nil
      })
    ranks = Authority.ranks(in: group["owners"]?.text ?? "").map { rank in
      rank.compactMap { catalogue.owner($0) }
    }
  }

  private static func words(_ attribute: Attribute?) -> [String] {
    (attribute?.text ?? "").split { "、，, ".contains($0) }.map(String.init)
  }
}

extension Catalogue {
  fileprivate func owner(_ text: String) -> Authority.Owner? {
    switch text {
    case "lead": return .lead
    case "responsible": return .responsible
    default:
      if item(.unit, text) != nil { return .unit(text) }
      return unit(ofSender: text).map { .unit($0) }
    }
  }
}
