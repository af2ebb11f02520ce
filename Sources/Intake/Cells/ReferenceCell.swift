import Ledger

/// A cell of a column that names items of the catalogue.
struct ReferenceCell {
  let catalogue: Catalogue
  /// The year whose aliases count.
  let year: Int

  /// What a cell gave: values by field, and at most one finding with names worth suggesting.
  struct Outcome: Equatable {
    var values: [Field: Value] = [:]
    var finding: FindingCode?
    var candidates: [String] = []

    static func found(_ field: Field, _ value: Value) -> Outcome { Outcome(values: [field: value]) }
  }

  /// Reads a text that is not blank.
  func read(_ text: String, field: Field) -> Outcome {
    if Self.meansOther(text) { return Outcome() }
    switch field {
    case .district, .zone: return place(text)
    case .stage, .condition: return stage(text)
    default: break
    }
    switch field.kind {
    case .reference(let kind): return single(text, field: field, kind: kind)
    case .references(let kind): return several(text, field: field, kind: kind)
    default: return Outcome()
    }
  }

  /// 其他 names nothing.
  private static func meansOther(_ text: String) -> Bool {
    text == "其他" || text == "其它"
  }

  /// One item; several known names, or a word that fits several, are ambiguous.
  private func single(_ text: String, field: Field, kind: CatalogueKind) -> Outcome {
    let whole = catalogue.resolve(kind, text)
    if case .item(let code) = whole { return .found(field, .reference(code)) }
    let names = ListText.names(in: text)
    if names.count > 1 {
      let codes = names.compactMap { name -> String? in
        if case .item(let code) = catalogue.resolve(kind, name) { code } else { nil }
      }
      if Set(codes).count > 1 {
        return Outcome(
          finding: .refAmbiguous, candidates: codes.map { catalogue.name(of: kind, $0) })
      }
      if codes.count == names.count, let code = codes.first {
        return .found(field, .reference(code))
      }
    }
    return failure(whole, kind: kind)
  }

  /// Several items; known names stay, and one finding tells of the unknown ones.
  private func several(_ text: String, field: Field, kind: CatalogueKind) -> Outcome {
    var outcome = Outcome()
    var codes: [String] = []
    func add(_ resolution: Resolution) -> Bool {
      guard case .item(let code) = resolution else { return false }
      if !codes.contains(code) { codes.append(code) }
      return true
    }
    if !add(catalogue.resolve(kind, text)) {
      for name in ListText.names(in: text) where !Self.meansOther(name) {
        let resolution = catalogue.resolve(kind, name)
        if !add(resolution), outcome.finding != .refUnknown {
          let failed = failure(resolution, kind: kind)
          outcome.finding = failed.finding
          outcome.candidates = failed.candidates
        }
      }
    }
    if !codes.isEmpty { outcome.values[field] = .references(codes) }
    return outcome
  }

  /// A name goes to the field of its kind, whatever the column says.
  private func place(_ text: String) -> Outcome {
    let whole = placeOutcome(catalogue.resolvePlace(text))
    if whole.finding != .refUnknown { return whole }
    let names = ListText.names(in: text)
    guard names.count > 1 else { return whole }
    var merged = Outcome()
    for name in names {
      for (field, value) in placeOutcome(catalogue.resolvePlace(name)).values {
        if let earlier = merged.values[field], earlier != value {
          return Outcome(finding: .refAmbiguous, candidates: names)
        }
        merged.values[field] = value
      }
    }
    return merged.values.isEmpty ? whole : merged
  }

  private func placeOutcome(_ resolution: PlaceResolution) -> Outcome {
    switch resolution {
    case .place(let district, let zone):
      var outcome = Outcome()
      outcome.values[.district] = district.map { .reference($0) }
      outcome.values[.zone] = zone.map { .reference($0) }
      return outcome
    case .ambiguous(let codes):
      return Outcome(finding: .refAmbiguous, candidates: codes.map(placeName))
    case .unknown(let nearest): return Outcome(finding: .refUnknown, candidates: nearest)
    }
  }

  private func placeName(_ code: String) -> String {
    catalogue.item(.district, code)?.name ?? catalogue.name(of: .zone, code)
  }

  /// Stage words and condition words may stand in one column.
  private func stage(_ text: String) -> Outcome {
    switch catalogue.resolveStage(text) {
    case .stage(let code): return .found(.stage, .reference(code))
    case .condition(let code): return .found(.condition, .reference(code))
    case .ambiguous(let codes):
      return Outcome(
        finding: .refAmbiguous, candidates: codes.map { catalogue.name(of: .stage, $0) })
    case .unknown(let nearest): return Outcome(finding: .refUnknown, candidates: nearest)
    }
  }

  private func failure(_ resolution: Resolution, kind: CatalogueKind) -> Outcome {
    switch resolution {
    case .ambiguous(let codes):
      return Outcome(
        finding: .refAmbiguous, candidates: codes.map { catalogue.name(of: kind, $0) })
    case .unknown(let nearest): return Outcome(finding: .refUnknown, candidates: nearest)
    case .item: return Outcome()
    }
  }
}
