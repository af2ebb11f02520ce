package import Ledger

/// The sentence that leaders read first: its subject, its figures, and the registers of the projects.
package struct LeadersSentence: Sendable {
  package let key: KeySentence
  private let filter: ProjectFilter
  private let catalogue: Catalogue
  /// The registers that the sentence names, in order.
  package let parts: [Part]
  private let isPartial: Bool

  /// Projects of a register that the sentence counts.
  package struct Part: Hashable, Sendable {
    package let word: String
    package let clause: RegisterClause
    package let count: Int
    /// Whether these are all of them: a project of two registers is counted in the first.
    package let isWhole: Bool
  }

  /// `holders` returns which of the projects are on a register of a year.
  package init(
    _ key: KeySentence, _ edition: BookEdition, holders: (RegisterClause) throws -> Set<ProjectID>
  ) rethrows {
    self.key = key
    (filter, catalogue, isPartial) = (edition.filter, edition.catalogue, edition.isPartial)
    parts = try Self.parts(key, catalogue, holders)
  }

  package var text: String { key.text(subject: subject, parts: partWords) }

  /// The subject of the sentence: the whole city, one chain, area or unit, or the chosen projects.
  private var subject: String {
    var choice = filter.onlyChoice
    if choice.isEmpty { return isPartial ? "有权查看的重大项目" : "全市重大项目" }
    (choice.chains, choice.districts, choice.zones, choice.units) = ([], [], [], [])
    let subject = BookSubject(filter, catalogue)
    return choice.isEmpty ? (subject.map { $0.name + "项目" } ?? "所选项目") : "所选项目"
  }

  /// The registers named by the catalogue, each project counted once. Empty if all projects are on one.
  private static func parts(
    _ key: KeySentence, _ catalogue: Catalogue,
    _ holders: (RegisterClause) throws -> Set<ProjectID>
  ) rethrows -> [Part] {
    let registers = catalogue.settingOrShipped("key-sentence")?["parts"]?.items ?? []
    var counted: Set<ProjectID> = []
    var parts: [Part] = []
    for part in registers {
      guard let register = part["register"]?.text, let word = part["word"]?.text else { continue }
      let clause = RegisterClause(register: register, year: key.year)
      let all = try holders(clause)
      let own = all.subtracting(counted)
      if own.count == key.sums.count { return [] }
      counted.formUnion(own)
      if !own.isEmpty {
        parts.append(
          Part(
            word: word, clause: clause, count: own.count, isWhole: own.count == all.count))
      }
    }
    return parts
  }

  /// （其中储备1060项、报告点名64项）; empty without parts.
  private var partWords: String {
    if parts.isEmpty { return "" }
    let rest = key.sums.count - parts.reduce(0) { $0 + $1.count }
    let words = parts.map { "\($0.word)\($0.count)项" } + (rest == 0 ? [] : ["其他\(rest)项"])
    return "（其中" + words.joined(separator: "、") + "）"
  }
}

/// The sentence and its figures.
extension LeadersBook {
  /// The sentence that is read first.
  package var sentence: String {
    LeadersSentence(keySentence, source.edition) { clause in
      guard let year = clause.year else { return [] }
      let key = FieldKey(register: clause.register, year: year)
      return Set(figures.filter { $0.record[key] != nil }.map(\.id))
    }.text
  }

  /// The figures of the sentence.
  package var keySentence: KeySentence {
    KeySentence(figures, year: source.year, month: source.month, stages: stages)
  }

  func captions(_ sentence: KeySentence) -> [String] {
    guard sentence.sums.count > 0 else { return [] }
    var done = "本年累计完成为本年1月起累计"
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
