import Ledger

/// The one sentence: whom it is about, what it says, and how that is counted.
extension LeadersBook {
  /// The sentence that is read first.
  package var sentence: String { keySentence.text(subject: subject, parts: parts) }

  /// The numbers that the sentence is made of.
  package var keySentence: KeySentence {
    KeySentence(figures, year: source.year, month: source.month, stages: stages)
  }

  /// Whom the sentence is about: the whole city, one chain, area or unit, or what was chosen otherwise.
  private var subject: String {
    var choice = source.filter
    (choice.year, choice.month, choice.asOf) = (nil, nil, nil)
    choice.counting = ProjectFilter().counting
    if choice.isEmpty { return "全市重大项目" }
    (choice.chains, choice.districts, choice.zones, choice.units) = ([], [], [], [])
    return choice.isEmpty ? (source.subject.map { $0.name + "项目" } ?? "所选项目") : "所选项目"
  }

  /// （其中储备1060项、报告点名64项）: of which registers the projects are, as the catalogue says; each is
  /// counted once. Nothing where they are all of one.
  private var parts: String {
    let registers = source.catalogue.settingOrShipped("key-sentence")?["parts"]?.items ?? []
    var rest = figures
    var words: [String] = []
    for part in registers {
      guard let register = part["register"]?.text, let word = part["word"]?.text else { continue }
      let key = FieldKey(register: register, year: source.year)
      let count = rest.count { $0.record[key] != nil }
      if count == figures.count { return "" }
      rest.removeAll { $0.record[key] != nil }
      if count > 0 { words.append("\(word)\(count)项") }
    }
    if words.isEmpty { return "" }
    return "（其中" + (words + (rest.isEmpty ? [] : ["其他\(rest.count)项"])).joined(separator: "、") + "）"
  }

  func captions(_ sentence: KeySentence) -> [String] {
    guard sentence.sums.count > 0 else { return [] }
    var done = "本年累计完成为本年1月起累计"
    if sentence.behindMonth > 0, let month = sentence.month {
      done += "，其中\(sentence.behindMonth)项的数据早于\(month)月"
    }
    if sentence.sums.unplanned > 0 {
      done += "；没有年度计划而报了完成投资的\(sentence.sums.unplanned)项，也计入本年累计完成"
    }
    let untold = figures.count { $0.total == nil }
    var starts = "计划新开工指计划或实际开工时间在\(source.year)年的项目"
    if source.edition.through != nil, sentence.undatedStarts > 0 {
      starts += "，其中\(sentence.undatedStarts)项没有开工时间，按现在的阶段算已开工"
    }
    return [done, source.edition.rateCaption(sentence.sums), starts + "；每个项目只计入主产业链"]
      + (untold == 0 ? [] : ["未填总投资的\(untold)项，不计入总投资"]) + source.edition.monthCaptions
      + [LightCell.caption(rule, source.edition)]
  }
}
