import Ledger

/// 开工 and 竣工 dates: planned if 计划, 预计 or 拟 occurs anywhere in the path, else actual.
enum DateHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let words = path.words
    // 计划 below 开工时间 is 计划开工时间.
    let aspects = words[.wordPlanned] + words[.wordActual]
    let isAspect = aspects.contains(path.leaf.trimmingSuffixes(of: words[.dateTime]))
    let leaf = isAspect ? path.headings.first?.bare ?? path.leaf : path.leaf
    if leaf.containsAny(words[.dateOther]) { return nil }
    let spans = words[.dateSpan]
    if leaf.endsWithAny(spans) { return .period }
    let isTime =
      leaf.containsAny(words[.dateTime]) || leaf.endsWithAny(words[.dateEnding])
      || isAspect && events(words).contains(leaf) || isEvent(leaf, words)
      || (path.headings.contains {
        $0.bare.containsAny(words[.dateTime] + words[.dateDuration])
      } && leaf.count <= 6 && !leaf.containsAny(words[.wordSituation]))
    guard isTime else { return nil }
    let isStart = leaf.containsAny(words[.dateStart])
    let isFinish = leaf.containsAny(words[.dateFinish])
    if leaf.containsAny(spans) || (isStart && isFinish) { return .period }
    if isStart { return .field(path.isPlanned ? .startPlanned : .startActual) }
    // 计划竣工投产时间 is the planned finish.
    if leaf.containsAny(words[.dateProduction]), !(isFinish && path.isPlanned) {
      return .field(.productionDate)
    }
    if isFinish { return .field(path.isPlanned ? .finishPlanned : .finishActual) }
    if leaf.containsAny(words[.dateSign]) {
      return path.isPlanned ? .unmapped : .field(.signDate)
    }
    return nil
  }

  private static func events(_ words: HeaderWords) -> [String] {
    words[.dateStart] + words[.dateFinish]
  }

  /// Whether a label is an event, planned or actual, whose cells hold its time: 计划开工, 预计竣工, 实际开工.
  private static func isEvent(_ leaf: String, _ words: HeaderWords) -> Bool {
    (words[.wordPlanned] + words[.wordActual]).contains { aspect in
      leaf.hasPrefix(aspect) && events(words).contains(String(leaf.dropFirst(aspect.count)))
    }
  }
}
