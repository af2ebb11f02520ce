/// The precedence of senders by field (字段归口): groups of fields with their owners by rank.
package struct Authority: Sendable {
  package enum Owner: Hashable, Sendable {
    /// A unit's code.
    case unit(String)
    /// The project's own lead units.
    case lead
    /// The project's own responsible units.
    case responsible
  }

  /// A group of fields with the same owners.
  package struct Group: Sendable {
    package let name: String
    let fields: Set<Field>
    /// The codes of registers in the group.
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

  /// The rank of a unit for a key of a project, 0 the highest: after all owners if it is none, and 0
  /// for everybody if the key has no owners.
  package func rank(of unit: String?, about key: FieldKey, _ project: Record) -> Int {
    rank(of: unit, about: key, project, claimed: [])
  }

  /// The same rank; a unit named only in `claimed` fields does not count as lead or responsible.
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
  /// The authority from the ledger's setting, or the shipped one if the ledger was created without it. A
  /// group without known owners is left out.
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
