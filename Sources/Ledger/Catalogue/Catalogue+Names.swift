extension Catalogue {
  /// The other items that lists would take a name for: those of the item's kind, and of a kind that shares
  /// its column. A name that went out of use is anybody's.
  package func items(goingBy name: String, besides item: CatalogueItem) -> [CatalogueItem] {
    let key = TextFolding.key(name)
    return NameIndex.Scope(item.kind).kinds.flatMap { items(of: $0) }.filter { other in
      (other.kind, other.codeOfAllYears) != (item.kind, item.codeOfAllYears)
        && other.namesInUse.contains { TextFolding.key($0) == key }
    }
  }

  /// The names of a kind that somebody may have meant, also those that the words of lists never mean.
  package func nearestNames(_ kind: CatalogueKind, to text: String) -> [String] {
    NearNames(items(of: kind)).nearest(to: TextFolding.key(text))
  }

  /// The items of a kind that somebody may have meant by a code: `ai-robot（人工智能终端及机器人）`.
  package func nearestItems(_ kind: CatalogueKind, to code: String) -> [String] {
    let items = items(of: kind)
    let names = NearNames(items.map { ($0.code, [$0.name] + $0.aliases.map(\.text)) })
    return names.nearest(to: TextFolding.key(code)).map { near in
      let name = name(of: kind, near)
      return name == near ? near : "\(near)（\(name)）"
    }
  }
}
