import Machine

extension Catalogue {
  /// The chain that a list's word means.
  package func resolveChain(_ text: String) -> Resolution { resolve(.chain, text) }

  /// The register that a list's word means; unknown names stay as written.
  package func resolveRegister(_ text: String) -> Resolution { resolve(.register, text) }

  /// The item of a kind that a word means.
  ///
  /// The whole text is tried first, then the text without the kind's usual beginnings and endings,
  /// then its parts: several names in a single-valued field are ambiguous.
  package func resolve(_ kind: CatalogueKind, _ text: String) -> Resolution {
    switch kind {
    case .unit: resolveUnit(text)
    case .district, .zone: resolvePlace(text).resolution(as: kind)
    case .stage, .condition: resolveStage(text).resolution(as: kind)
    default: remembered(kind, text) { resolveAnew(kind, text) }
    }
  }

  private func resolveAnew(_ kind: CatalogueKind, _ text: String) -> Resolution {
    let index = nameIndex(.kind(kind))
    let key = TextFolding.key(text)
    if let known = index.resolution(of: key) { return known }
    let parts = NameParts.inside(text)
    guard parts.count > 1 else { return .unknown(nearest: nearest(to: key, in: index)) }
    return combine(parts.map { index.resolution(of: $0) }, key: key, in: index)
  }

  /// The items that the names in a cell mean, in order.
  ///
  /// The whole cell is tried first (各县、区人民政府 is one name), then its parts.
  package func resolveList(_ kind: CatalogueKind, _ text: String) -> ListResolution {
    var result = ListResolution()
    if case .item(let code) = resolve(kind, text) {
      result.codes = [code]
      return result
    }
    for part in NameParts.ofList(text) {
      switch resolve(kind, part) {
      case .item(let code):
        if !result.codes.contains(code) { result.codes.append(code) }
      case .ambiguous(let codes):
        result.ambiguous.append(.init(text: part, candidates: codes, nearest: []))
      case .unknown(let nearest):
        result.unknown.append(.init(text: part, candidates: [], nearest: nearest))
      case .ignored: break
      }
    }
    return result
  }

  /// Whether the catalogue lists a word as having no item: it is reported, but no person is asked.
  package func leavesUnassigned(_ kind: CatalogueKind, _ text: String) -> Bool {
    let index = nameIndex(NameIndex.Scope(kind))
    return index.variants(of: TextFolding.key(text)).lazy.compactMap { index.meaning(of: $0) }
      .first.map { if case .unassigned = $0 { true } else { false } } ?? false
  }

  /// The cached meaning of a text, else the result of `find`.
  func remembered(_ kind: CatalogueKind, _ text: String, find: () -> Resolution) -> Resolution {
    memos[kind]?.meaning(of: text, find: find) ?? find()
  }

  func nearest(to key: String, in index: NameIndex) -> [String] {
    suggests ? index.suggestions.nearest(to: key) : []
  }

  /// The single meaning of a text's parts.
  private func combine(
    _ parts: [Resolution?], key: String, in index: NameIndex
  ) -> Resolution {
    var codes: [String] = []
    var isWhole = true
    for part in parts {
      switch part {
      case .item(let code): if !codes.contains(code) { codes.append(code) }
      case .ambiguous(let candidates): return .ambiguous(candidates)
      case .ignored: break
      case .unknown, nil: isWhole = false
      }
    }
    if codes.count > 1 { return .ambiguous(codes) }
    if let code = codes.first, isWhole { return .item(code) }
    return .unknown(nearest: nearest(to: key, in: index))
  }
}

extension NameIndex {
  /// The single item that a folded text means as a whole; nil if there is none.
  func resolution(of key: String) -> Resolution? {
    for variant in variants(of: key) {
      switch meaning(of: variant) {
      case .targets(let targets):
        return targets.count == 1
          ? .item(targets[0].code) : .ambiguous(targets.map(\.code))
      case .ambiguous(let codes): return .ambiguous(codes)
      case .doubtful(let codes): return .unknown(nearest: suggestions.names(of: codes))
      case .unassigned: return .unknown(nearest: [])
      case .ignored: return .ignored
      case nil: continue
      }
    }
    return nil
  }
}
