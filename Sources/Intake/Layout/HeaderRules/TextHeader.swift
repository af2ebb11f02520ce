import Ledger

/// Descriptions, by the head noun at the end of the label.
enum TextHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let words = path.words
    if let label = path.labels.last, isName(label, below: path.headings.first, words) {
      return .field(.name)
    }
    guard !path.isBelowPeriod, !path.isOfYear else { return nil }
    let leaf = HeaderLabel.comparable(path.leaf)
    if let text = description(leaf, words) { return .field(text) }
    if leaf.endsWithAny(words[.progressEnding]) {
      return isOfNow(path, month: reader.month?.month ?? reader.monthOfProgress)
        ? .field(.progress) : .unmapped
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

  /// The description that a part of a label asks for.
  static func describes(_ part: String, _ words: HeaderWords) -> Field? {
    if let field = description(part, words) { return field }
    if part.endsWithAny(words[.progressEnding]) { return .progress }
    return part.endsWithAny(words[.contentEnding]) ? .content : nil
  }

  /// Problems and next steps; of a label that says both, the first.
  private static func description(_ leaf: String, _ words: HeaderWords) -> Field? {
    func first(_ term: HeaderTerm) -> String.Index? {
      words[term].compactMap { leaf.firstRange(of: $0)?.lowerBound }.min()
    }
    let step = first(.nextStepWord)
    guard let problem = first(.problemsWord) else { return step == nil ? nil : .nextStep }
    return step.map { $0 < problem } ?? false ? .nextStep : .problems
  }

  /// 用地面积, and 面积 below 用地情况.
  private static func isLand(_ leaf: String, _ path: HeaderPath) -> Bool {
    path.words[.landArea].contains { area in
      leaf == area && path.isBelow(.landUse)
        || path.words[.landUse].contains { leaf.hasSuffix($0 + area) }
    }
  }

  /// 在线审批监管平台代码, 发改项目代码.
  private static func isCode(_ leaf: String, _ words: HeaderWords) -> Bool {
    leaf.containsAny(words[.codePlatform]) && leaf.endsWithAny(words[.codeEnding])
      || leaf.containsAny(words[.codeOffice]) && leaf.endsWithAny(words[.codeProject])
  }

  /// Whether a leaf below a heading names projects by its words: 重点项目名称, 项目（打包项目及子项目）名称,
  /// and 名称 below 项目, 项目基本情况 or 项目信息.
  static func isName(
    _ leaf: HeaderLabel, below heading: HeaderLabel?, _ words: HeaderWords
  ) -> Bool {
    if HeaderLabel.comparable(leaf.bare).endsWithAny(words[.nameEnding]) { return true }
    guard let heading, words[.wordName].contains(leaf.bare) else { return false }
    var head = heading.bare
    for word in words[.wordBasic] { head = head.replacing(word, with: "") }
    return words[.nameHeading].contains(head.trimmingSuffixes(of: words[.wordSituation]))
  }

  /// A progress text that names a month or quarter is the project's only if it is the list's.
  private static func isOfNow(_ path: HeaderPath, month: Int?) -> Bool {
    guard let months = path.period.months, let month else { return true }
    return months.contains(month) && (path.period.isPart || months.upperBound == month)
  }
}
