import Machine

extension Catalogue {
  /// The meaning of a word in a stage column: a stage, or a condition, which has its own field;
  /// 续建（停工） is both.
  ///
  /// A leading 已 or 正在 and a trailing 阶段, 项目, 一批 or 中 are ignored. An intent or a negation (拟开工,
  /// 未开工) is no stage: a person must decide.
  package func resolveStage(_ text: String) -> StageResolution {
    stageMemo.meaning(of: text) { resolveStageAnew(text) }
  }

  private func resolveStageAnew(_ text: String) -> StageResolution {
    let index = nameIndex(.stages)
    let key = TextFolding.key(text)
    if let whole = resolveStage(key: key, in: index) { return whole }
    let parts = NameParts.inside(text)
    var stages: [String] = []
    var conditions: [String] = []
    for part in parts where parts.count > 1 {
      switch resolveStage(key: part, in: index) {
      case .stage(let code): if !stages.contains(code) { stages.append(code) }
      case .condition(let code): if !conditions.contains(code) { conditions.append(code) }
      case .ambiguous(let codes): return .ambiguous(codes)
      case .ignored: break
      case .both, .unknown, nil: return .unknown(nearest: nearest(to: key, in: index))
      }
    }
    if stages.count > 1 || conditions.count > 1 { return .ambiguous(stages + conditions) }
    switch (stages.first, conditions.first) {
    case (let stage?, let condition?): return .both(stage: stage, condition: condition)
    case (let stage?, nil): return .stage(stage)
    case (nil, let condition?): return .condition(condition)
    case (nil, nil): return .unknown(nearest: nearest(to: key, in: index))
    }
  }

  private func resolveStage(key: String, in index: NameIndex) -> StageResolution? {
    let forms = index.strippedForms(of: key)
    for form in forms {
      switch index.meaning(of: form) {
      case .targets(let targets):
        guard targets.count == 1 else { return .ambiguous(targets.map(\.code)) }
        return targets[0].kind == .stage ? .stage(targets[0].code) : .condition(targets[0].code)
      case .ambiguous(let codes): return .ambiguous(codes)
      case .doubtful(let codes): return .unknown(nearest: index.suggestions.names(of: codes))
      case .unassigned: return .unknown(nearest: [])
      case .ignored: return .ignored
      case nil: continue
      }
    }
    return forms.contains(where: isIntent) ? .ambiguous([]) : nil
  }

  private func isIntent(_ form: String) -> Bool {
    let words = setting("words.stage")
    return (words?["intent_words"]?.texts ?? []).contains(form)
      || (words?["intent_beginnings"]?.texts ?? []).contains { form.hasPrefix($0) }
  }
}

extension NameIndex {
  /// The text, then what remains as beginnings and endings are removed one after the other.
  func strippedForms(of key: String) -> [String] {
    var forms = [key]
    var last = key
    while true {
      if let beginning = dropsBeginnings.first(where: { last.hasPrefix($0) && last != $0 }) {
        last = String(last.dropFirst(beginning.count))
      } else if let ending = dropsEndings.first(where: { last.hasSuffix($0) && last != $0 }) {
        last = String(last.dropLast(ending.count))
      } else {
        return forms
      }
      forms.append(last)
    }
  }
}

extension StageResolution {
  /// The codes it contains.
  var codes: [String] {
    switch self {
    case .stage(let code), .condition(let code): [code]
    case .both(let stage, let condition): [stage, condition]
    case .ambiguous(let codes): codes
    case .unknown, .ignored: []
    }
  }

  /// The resolution for a field that takes only a stage or only a condition.
  func resolution(as kind: CatalogueKind) -> Resolution {
    switch self {
    case .stage(let code): kind == .stage ? .item(code) : .unknown(nearest: [])
    case .condition(let code): kind == .condition ? .item(code) : .unknown(nearest: [])
    case .both(let stage, let condition): .item(kind == .stage ? stage : condition)
    case .ambiguous(let codes): .ambiguous(codes)
    case .unknown(let nearest): .unknown(nearest: nearest)
    case .ignored: .ignored
    }
  }
}
