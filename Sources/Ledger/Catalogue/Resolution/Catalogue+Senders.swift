extension Catalogue {
  /// A key that is equal for all spellings of one sender: 市发改委 and 市发展改革委 are one, and so is a section,
  /// 市发改委投资科, because it speaks for its unit. Bureaus of one county differ from each other; a section that names
  /// no bureau (鹿寨县招商一科) and a unit's centre are separate senders.
  package func office(_ sender: String) -> String {
    let key = TextFolding.key(sender)
    return whole(key) ?? section(key).flatMap(whole) ?? key
  }

  /// Whether two texts name one sender.
  package func isSameSender(_ one: String, _ other: String) -> Bool {
    one == other || !one.isEmpty && !other.isEmpty && office(one) == office(other)
  }

  /// The unit that a list's sender is, or is a section of; nil if the catalogue has none of that name.
  package func unit(ofSender sender: String) -> String? {
    for text in [sender, section(TextFolding.key(sender))].compactMap({ $0 }) {
      if case .item(let code) = resolveUnit(text) { return code }
    }
    return nil
  }

  /// The key of a name that is a whole unit.
  private func whole(_ key: String) -> String? {
    if let local = localOffice(key) { return local }
    if case .item(let code) = resolveUnit(key) { return code }
    return nil
  }

  /// The unit's part of a section's name: 市发改委 of 市发改委投资科; nil for others, and for a place's section.
  private func section(_ key: String) -> String? {
    let endings = setting("words.unit")?["section_endings"]?.texts ?? []
    guard endings.contains(where: key.hasSuffix), whole(key) == nil else { return nil }
    let index = nameIndex(.kind(.unit))
    for length in stride(from: key.count - 2, to: 1, by: -1) {
      let unit = String(key.prefix(length))
      // A county is no bureau: the name does not state the section's bureau.
      if index.localNames.contains(where: { $0.key == unit }) { return nil }
      if whole(unit) != nil { return unit }
    }
    return nil
  }

  /// The key of a county's bureau: the county's unit with the corresponding bureau of the city, or else with the
  /// name; nil if the text is the county's own unit, or no unit.
  private func localOffice(_ key: String) -> String? {
    let index = nameIndex(.kind(.unit))
    if index.resolution(of: key) != nil { return nil }
    for variant in nameIndex(.places).variants(of: key) {
      for name in index.localNames where variant.hasPrefix(name.key) && variant != name.key {
        guard case .item(let unit) = resolveUnit(key), unit == name.unit else { continue }
        let rest = String(variant.dropFirst(name.key.count))
        guard case .item(let bureau)? = index.resolution(of: rest) else { return key }
        return "\(name.unit)/\(bureau)"
      }
    }
    return nil
  }
}
