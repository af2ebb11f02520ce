/// A spelling of a county or zone, with the unit that governs it.
struct LocalName: Sendable {
  let key: String
  let unit: String
  /// Whether it is a full place name (鹿寨县), not a short one (鹿寨) that may begin other words.
  let isFull: Bool

  /// The names of all counties and zones that have a unit, longest first.
  static func all(in catalogue: Catalogue) -> [LocalName] {
    let endings = catalogue.setting("words.unit")?["place_endings"]?.texts ?? []
    return (catalogue.items(of: .district) + catalogue.items(of: .zone)).flatMap { item in
      guard let unit = item.attributes["unit"]?.text else { return [LocalName]() }
      return ([item.name] + item.aliases.map(\.text)).map { text in
        LocalName(
          key: TextFolding.key(text), unit: unit,
          isFull: text == item.name || endings.contains { text.hasSuffix($0) })
      }
    }.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
  }
}
