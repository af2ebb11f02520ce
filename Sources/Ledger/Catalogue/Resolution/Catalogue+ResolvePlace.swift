import Machine

extension Catalogue {
  /// The place that a word in a county or zone column means; 鱼峰区（柳东新区） gives both.
  ///
  /// A place is never inferred from a longer text such as an address.
  package func resolvePlace(_ text: String) -> PlaceResolution {
    placeMemo.meaning(of: text) { resolvePlaceAnew(text) }
  }

  private func resolvePlaceAnew(_ text: String) -> PlaceResolution {
    let index = nameIndex(.places)
    let key = TextFolding.key(text)
    if let whole = resolvePlace(key: key, in: index) { return whole }
    var districts: [String] = []
    var zones: [String] = []
    var isWhole = true
    for part in NameParts.inside(text) {
      switch resolvePlace(key: part, in: index) {
      case .place(let district, let zone):
        if let district, !districts.contains(district) { districts.append(district) }
        if let zone, !zones.contains(zone) { zones.append(zone) }
      case .ambiguous(let codes): return .ambiguous(codes)
      case .ignored: break
      case .unknown, nil: isWhole = false
      }
    }
    if districts.count > 1 || zones.count > 1 { return .ambiguous(districts + zones) }
    guard isWhole, !(districts.isEmpty && zones.isEmpty) else {
      return .unknown(nearest: nearest(to: key, in: index))
    }
    return .place(district: districts.first, zone: zones.first)
  }

  private func resolvePlace(key: String, in index: NameIndex) -> PlaceResolution? {
    for variant in index.variants(of: key) {
      switch index.meaning(of: variant) {
      case .targets(let targets):
        guard targets.count == 1 else { return .ambiguous(targets.map(\.code)) }
        return targets[0].kind == .zone
          ? .place(district: nil, zone: targets[0].code)
          : .place(district: targets[0].code, zone: nil)
      case .ambiguous(let codes), .doubtful(let codes): return .ambiguous(codes)
      case .unassigned: return .unknown(nearest: [])
      case .ignored: return .ignored
      case nil: continue
      }
    }
    return nil
  }
}

extension PlaceResolution {
  /// The resolution for a field that takes only a district or only a zone.
  func resolution(as kind: CatalogueKind) -> Resolution {
    switch self {
    case .place(let district, let zone):
      (kind == .zone ? zone : district).map { .item($0) } ?? .unknown(nearest: [])
    case .ambiguous(let codes): .ambiguous(codes)
    case .unknown(let nearest): .unknown(nearest: nearest)
    case .ignored: .ignored
    }
  }
}
