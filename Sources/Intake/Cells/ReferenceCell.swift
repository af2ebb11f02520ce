import Ledger

/// A cell of a column that references items of the catalogue.
struct ReferenceCell {
  let catalogue: Catalogue
  /// The year whose aliases apply.
  let year: Int

  /// The values of a cell by field, and at most one finding with the names to suggest.
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
    case .district, .zone: return placeOutcome(catalogue.resolvePlace(text))
    case .stage, .condition: return stage(text)
    default: break
    }
    switch field.kind {
    case .reference(let kind): return single(text, field: field, kind: kind)
    case .references(let kind): return several(text, field: field, kind: kind)
    default: return Outcome()
    }
  }

  /// The names in a text to ask a person about: unknown or ambiguous, and not known to have no
  /// item.
  func doubts(in text: String, field: Field) -> [ListResolution.Doubt] {
    switch field.kind {
    case .reference(let kind) where !Self.meansOther(text):
      return doubt(in: text, kind: kind).map { [$0] } ?? []
    case .references(let kind):
      let resolution = catalogue.resolveList(kind, text)
      return (resolution.unknown + resolution.ambiguous).filter(isStated)
        .compactMap { doubt(in: $0.text, kind: kind) }
    default: return []
    }
  }

  private func doubt(in text: String, kind: CatalogueKind) -> ListResolution.Doubt? {
    let nearest: [String]
    switch catalogue.resolve(kind, text) {
    case .item, .ignored: return nil
    case .ambiguous(let codes): nearest = codes.map { name(of: $0, kind) }
    case .unknown(let names): nearest = names
    }
    if catalogue.leavesUnassigned(kind, text) { return nil }
    return ListResolution.Doubt(text: text, candidates: [], nearest: nearest)
  }

  private func name(of code: String, _ kind: CatalogueKind) -> String {
    switch kind {
    case .district, .zone: placeName(code)
    case .stage, .condition:
      catalogue.item(.stage, code)?.name ?? catalogue.name(of: .condition, code)
    default: catalogue.name(of: kind, code)
    }
  }

  private func isStated(_ doubt: ListResolution.Doubt) -> Bool {
    !Self.meansOther(doubt.text) && !CellText.isBlank(doubt.text)
  }

  /// Whether a text is 其他, which names nothing.
  static func meansOther(_ text: String) -> Bool {
    text == "其他" || text == "其它"
  }

  /// Reads one item; several known names, or a word that fits several items, are ambiguous.
  private func single(_ text: String, field: Field, kind: CatalogueKind) -> Outcome {
    let resolution = catalogue.resolve(kind, text)
    if case .item(let code) = resolution { return .found(field, .reference(code)) }
    return failure(resolution, kind: kind)
  }

  /// Reads several items; known names are kept, one finding reports unknown or ambiguous ones.
  private func several(_ text: String, field: Field, kind: CatalogueKind) -> Outcome {
    let resolution = catalogue.resolveList(kind, text)
    var outcome = Outcome()
    if !resolution.codes.isEmpty { outcome.values[field] = .references(resolution.codes) }
    if let unknown = resolution.unknown.first(where: isStated) {
      (outcome.finding, outcome.candidates) = (.refUnknown, unknown.nearest)
    } else if let ambiguous = resolution.ambiguous.first(where: isStated) {
      outcome.finding = .refAmbiguous
      outcome.candidates = ambiguous.candidates.map { catalogue.name(of: kind, $0) }
    }
    return outcome
  }

  /// Stores a name in the field of its kind, 区县 or 园区, whatever the column's field.
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
    case .ignored: return Outcome()
    }
  }

  private func placeName(_ code: String) -> String {
    catalogue.item(.district, code)?.name ?? catalogue.name(of: .zone, code)
  }

  /// Reads stage and condition words, which may share a column.
  private func stage(_ text: String) -> Outcome {
    switch catalogue.resolveStage(text) {
    case .stage(let code): return .found(.stage, .reference(code))
    case .condition(let code): return .found(.condition, .reference(code))
    case .both(let stage, let condition):
      return Outcome(values: [.stage: .reference(stage), .condition: .reference(condition)])
    case .ambiguous(let codes):
      return Outcome(
        finding: .refAmbiguous, candidates: codes.map { catalogue.name(of: .stage, $0) })
    case .unknown(let nearest): return Outcome(finding: .refUnknown, candidates: nearest)
    case .ignored: return Outcome()
    }
  }

  private func failure(_ resolution: Resolution, kind: CatalogueKind) -> Outcome {
    switch resolution {
    case .ambiguous(let codes):
      return Outcome(
        finding: .refAmbiguous, candidates: codes.map { catalogue.name(of: kind, $0) })
    case .unknown(let nearest): return Outcome(finding: .refUnknown, candidates: nearest)
    case .item, .ignored: return Outcome()
    }
  }
}
