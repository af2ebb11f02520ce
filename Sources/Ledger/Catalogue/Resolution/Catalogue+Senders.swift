extension Catalogue {
  /// What tells one sender from another, whatever it is called: 市发改委 and 市发展改革委 are one. A county's own
  /// bureau is no other bureau of the county.
  package func office(_ sender: String) -> String {
    let key = TextFolding.key(sender)
    if let local = localOffice(key) { return local }
    if case .item(let code) = resolveUnit(sender) { return code }
    return key
  }

  /// Whether two texts name one sender.
  package func isSameSender(_ one: String, _ other: String) -> Bool {
    one == other || !one.isEmpty && !other.isEmpty && office(one) == office(other)
  }

  /// A county's bureau: the county's unit with what the bureau would be of the city, or is called; nil where the
  /// text names the county's own unit, or none.
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
