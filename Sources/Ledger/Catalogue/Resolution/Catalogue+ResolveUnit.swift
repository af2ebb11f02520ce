extension Catalogue {
  /// The unit that a list's word for a responsible unit means.
  ///
  /// A county or zone alone means its government, and so does a county's own bureau (鹿寨县发改局): never
  /// the municipal bureau of the same name.
  package func resolveUnit(_ text: String) -> Resolution {
    remembered(.unit, text) { resolveUnitAnew(text) }
  }

  private func resolveUnitAnew(_ text: String) -> Resolution {
    let index = nameIndex(.kind(.unit))
    let key = TextFolding.key(text)
    if let whole = resolveUnit(key: key, in: index) { return whole }
    var codes: [String] = []
    for part in NameParts.inside(text) {
      guard case .item(let code) = resolveUnit(key: part, in: index) else {
        return .unknown(nearest: nearest(to: key, in: index))
      }
      if !codes.contains(code) { codes.append(code) }
    }
    return switch codes.count {
    case 0: .unknown(nearest: nearest(to: key, in: index))
    case 1: .item(codes[0])
    default: .ambiguous(codes)
    }
  }

  private func resolveUnit(key: String, in index: NameIndex) -> Resolution? {
    if let known = index.resolution(of: key) { return known }
    if let local = localUnit(key: key, in: index) { return .item(local) }
    let municipal = setting("words.unit")?["optional_beginning"]?.text ?? ""
    for variant in index.variants(of: key) {
      if let known = index.resolution(of: municipal + variant) { return known }
    }
    return nil
  }

  /// The government of the county or zone whose name the text begins with, if nothing or one of its
  /// offices follows.
  private func localUnit(key: String, in index: NameIndex) -> String? {
    let places = nameIndex(.places)
    for variant in places.variants(of: key) {
      for name in index.localNames where variant.hasPrefix(name.key) {
        let rest = String(variant.dropFirst(name.key.count))
        if rest.isEmpty || isOffice(rest, afterFullName: name.isFull, in: index) {
          return name.unit
        }
      }
    }
    return nil
  }

  private func isOffice(_ rest: String, afterFullName isFull: Bool, in index: NameIndex) -> Bool {
    // 柳东新区、市商务局 are two units, also with white space between them.
    guard NameParts.inside(rest) == [rest], !standsAlone(rest, in: index) else { return false }
    switch index.resolution(of: rest) {
    case .item, .ambiguous: return true
    case .unknown, .ignored, nil: break
    }
    guard isFull else { return false }
    let endings = setting("words.unit")?["office_endings"]?.texts ?? []
    return endings.contains { rest.hasSuffix($0) }
  }

  /// Whether a key identifies a unit without a place: 市委组织部 and 鱼峰区人民政府 are official names, 市自规局 is
  /// a bureau of the city; 市场监管局 and 自规局 exist in any county.
  private func standsAlone(_ key: String, in index: NameIndex) -> Bool {
    if case .item(let code) = index.resolution(of: key),
      item(.unit, code).map({ TextFolding.key($0.name) }) == key
    {
      return true
    }
    let municipal = setting("words.unit")?["optional_beginning"]?.text ?? ""
    guard !municipal.isEmpty, key.hasPrefix(municipal) else { return false }
    return index.resolution(of: String(key.dropFirst(municipal.count))) != nil
  }
}
