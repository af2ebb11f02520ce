extension Catalogue {
  /// The other items that lists could confuse with a name: those of the item's kind, and of a kind that
  /// shares its column. Names out of use do not conflict.
  package func items(goingBy name: String, besides item: CatalogueItem) -> [CatalogueItem] {
    let key = TextFolding.key(name)
    return NameIndex.Scope(item.kind).kinds.flatMap { items(of: $0) }.filter { other in
      (other.kind, other.codeOfAllYears) != (item.kind, item.codeOfAllYears)
        && other.namesInUse.contains { TextFolding.key($0) == key }
    }
  }

  /// The most similar names of a kind, including those that list words never match.
  package func nearestNames(_ kind: CatalogueKind, to text: String) -> [String] {
    NearNames(items(of: kind)).nearest(to: TextFolding.key(text))
  }

  /// The items of a kind most similar to a code, as `ai-robot（人工智能终端及机器人）`.
  package func nearestItems(_ kind: CatalogueKind, to code: String) -> [String] {
    let items = items(of: kind)
    let names = NearNames(items.map { ($0.code, [$0.name] + $0.aliases.map(\.text)) })
    return names.nearest(to: TextFolding.key(code)).map { near in
      let name = name(of: kind, near)
      return name == near ? near : "\(near)（\(name)）"
    }
  }
}
