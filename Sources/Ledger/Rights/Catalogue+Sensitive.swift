extension Catalogue {
  /// The fields that are masked for whoever may not see contacts, and that books do not tell: personal data, and
  /// what the setting adds.
  package var sensitiveFields: Set<Field> {
    let added = settingOrShipped("sensitive")?["fields"]?.text ?? ""
    return Field.personal.union(
      added.split { "、，, ".contains($0) }.compactMap { Field(id: $0) }.filter(\.canBeSensitive))
  }
}

extension Field {
  /// The fields with personal data.
  package static let personal = Set(allCases.filter(\.declaration.isSensitive))

  /// Whether the setting may add it: a text that nothing is found, counted, grouped or sorted by, for that would
  /// tell what is masked.
  package var canBeSensitive: Bool {
    let isAsked =
      SearchedValues.parts.contains { $0.field == self } || self == .nature || self == .package
      // The monthly texts repeat it.
      || self == .progress
      // Chains are told link by link; targets count sections of industry.
      || self == .segment || self == .industry
    return (kind == .text || kind == .list) && !isAsked
  }
}

extension Record {
  /// The same project saying nothing in some fields.
  package func without(_ fields: Set<Field>) -> Record {
    var told = self
    for entry in entries where fields.contains(entry.key.field) { told[entry.key] = nil }
    return told
  }
}
