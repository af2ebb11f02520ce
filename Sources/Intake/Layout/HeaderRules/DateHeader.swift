import Ledger

/// 开工 and 竣工 dates: planned if 计划, 预计 or 拟 occurs anywhere in the path, else actual.
enum DateHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let words = path.words
    // 计划 below 开工时间 is 计划开工时间.
    let aspects = words[.wordPlanned] + words[.wordActual]
    let isAspect = aspects.contains(path.leaf.trimmingSuffixes(of: words[.dateTime]))
    let leaf = isAspect ? path.headings.first?.bare ?? path.leaf : path.leaf
    let spans = words[.dateSpan]
    if leaf.endsWithAny(spans) { return .period }
    let isTime =
      leaf.containsAny(words[.dateTime]) || leaf.endsWithAny(words[.dateEnding])
      || isPlannedEvent(leaf, words)
      || (path.headings.contains {
        $0.bare.containsAny(words[.dateTime] + words[.dateDuration])
      } && leaf.count <= 6 && !leaf.containsAny(words[.wordSituation]))
    guard isTime else { return nil }
    let isStart = leaf.containsAny(words[.dateStart])
    let isFinish = leaf.containsAny(words[.dateFinish])
    if leaf.containsAny(spans) || (isStart && isFinish) { return .period }
    if isStart { return .field(path.isPlanned ? .startPlanned : .startActual) }
    if leaf.containsAny(words[.dateProduction]) { return .field(.productionDate) }
    if isFinish { return .field(path.isPlanned ? .finishPlanned : .finishActual) }
    if leaf.containsAny(words[.dateSign]) {
      return path.isPlanned ? .unmapped : .field(.signDate)
    }
    return nil
  }

  /// Whether a label is a planned event, whose cells hold its time: 计划开工, 预计竣工.
  private static func isPlannedEvent(_ leaf: String, _ words: HeaderWords) -> Bool {
    words[.wordPlanned].contains { plan in
      leaf.hasPrefix(plan)
        && (words[.dateStart] + words[.dateFinish]).contains(String(leaf.dropFirst(plan.count)))
    }
  }
}
