import Ledger

/// Descriptions, recognised by the head noun at the end of the label.
enum TextHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let words = path.words
    if let label = path.labels.last, isName(label, below: path.headings.first, words) {
      return .field(.name)
    }
    if let progress = progressOfMonth(path, reader) { return progress }
    guard !path.isBelowPeriod, !path.isOfYear else { return nil }
    let leaf = HeaderLabel.comparable(path.leaf)
    if let text = description(leaf, words) { return .field(text) }
    if leaf.endsWithAny(words[.progressEnding]) {
      return isOfNow(path, month: month(reader)) ? .field(.progress) : .unmapped
    }
    if leaf.containsAny(words[.contentWord]) { return .field(.content) }
    if leaf.endsWithAny(words[.fundingEnding]) { return .field(.funding) }
    if isLand(leaf, path) { return .field(.landArea) }
    if leaf.containsAny(words[.jobsWord]), !leaf.containsAny(words[.jobsOther]) {
      return .field(.jobs)
    }
    if leaf.endsWithAny(words[.stageEnding]) { return .field(.stage) }
    if leaf.endsWithAny(words[.chainEnding]) { return .field(.chain) }
    if leaf.endsWithAny(words[.natureEnding]) { return .field(.nature) }
    return isCode(leaf, words) ? .field(.code) : nil
  }

  /// 3月形象进度 below a year, and 3月 below 形象进度: the progress of a named month of the list's year.
  private static func progressOfMonth(
    _ path: HeaderPath, _ reader: HeaderReader
  ) -> ColumnMeaning? {
    guard let leaf = path.labels.last, path.period.months != nil, !path.period.isOtherMonth,
      HeaderPeriod.states(leaf, year: path.year), path.period.year ?? path.year == path.year
    else { return nil }
    let speaking = HeaderPeriod.isPeriodOnly(leaf) ? path.headings.first : leaf
    guard let speaking,
      HeaderLabel.comparable(speaking.bare).endsWithAny(path.words[.progressEnding])
    else { return nil }
    return isOfNow(path, month: month(reader)) ? .field(.progress) : .unmapped
  }

  /// The month of a list's progress texts; nil if unknown.
  private static func month(_ reader: HeaderReader) -> Int? {
    reader.month?.month ?? reader.monthOfProgress
  }

  /// The description that a part of a label names.
  static func describes(_ part: String, _ words: HeaderWords) -> Field? {
    if let field = description(part, words) { return field }
    if part.endsWithAny(words[.progressEnding]) { return .progress }
    return part.endsWithAny(words[.contentEnding]) ? .content : nil
  }

  /// Problems or next steps; of a label with both, the first.
  private static func description(_ leaf: String, _ words: HeaderWords) -> Field? {
    func first(_ term: HeaderTerm) -> String.Index? {
      words[term].compactMap { leaf.firstRange(of: $0)?.lowerBound }.min()
    }
    let step = first(.nextStepWord)
    guard let problem = first(.problemsWord) else { return step == nil ? nil : .nextStep }
    return step.map { $0 < problem } ?? false ? .nextStep : .problems
  }

  /// Whether a label is 用地面积, or 面积 below 用地情况.
  private static func isLand(_ leaf: String, _ path: HeaderPath) -> Bool {
    path.words[.landArea].contains { area in
      leaf == area && path.isBelow(.landUse)
        || path.words[.landUse].contains { leaf.hasSuffix($0 + area) }
    }
  }

  /// Whether a label is a project code's: 在线审批监管平台代码, 发改项目代码.
  private static func isCode(_ leaf: String, _ words: HeaderWords) -> Bool {
    leaf.containsAny(words[.codePlatform]) && leaf.endsWithAny(words[.codeEnding])
      || leaf.containsAny(words[.codeOffice]) && leaf.endsWithAny(words[.codeProject])
  }

  /// Whether a leaf below a heading is the project's name: 重点项目名称, 项目（打包项目及子项目）名称, and 名称 below
  /// 项目, 项目基本情况 or 项目信息; 采购项目名称 and 收费项目名称 name other things.
  static func isName(
    _ leaf: HeaderLabel, below heading: HeaderLabel?, _ words: HeaderWords
  ) -> Bool {
    let label = HeaderLabel.comparable(leaf.bare)
    if label.endsWithAny(words[.nameEnding]) { return !label.containsAny(words[.nameOther]) }
    guard let heading, words[.wordName].contains(leaf.bare) else { return false }
    var head = heading.bare
    for word in words[.wordBasic] { head = head.replacing(word, with: "") }
    return words[.nameHeading].contains(head.trimmingSuffixes(of: words[.wordSituation]))
  }

  /// Whether a progress column is current: if it names a month or quarter, only the list's.
  private static func isOfNow(_ path: HeaderPath, month: Int?) -> Bool {
    guard let months = path.period.months, let month else { return true }
    return months.contains(month) && (path.period.isPart || months.upperBound == month)
  }
}
