import Ledger

/// Descriptions, by the head noun at the end of the label.
enum TextHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let leaf = HeaderLabel.comparable(path.leaf)
    if isName(leaf) || isNameBelowProject(path.leaf, path.headings.first?.bare) {
      return .field(.name)
    }
    guard !path.isBelowPeriod, !path.isOfYear else { return nil }
    if let text = description(leaf) { return .field(text) }
    if leaf.endsWithAny(["形象进度", "形象进度情况", "建设进度情况", "进展", "进展情况", "进展状况", "推进情况", "工程进度"]) {
      return isOfNow(path, month: reader.month ?? reader.monthOfProgress)
        ? .field(.progress) : .unmapped
    }
    if leaf.containsAny(["建设内容", "建设规模", "项目概况", "项目基本概况", "工程概况", "项目简介"]) {
      return .field(.content)
    }
    if leaf.endsWithAny(["资金来源", "资金渠道", "筹措方式"]) { return .field(.funding) }
    if leaf.endsWithAny(["用地面积", "占地面积"]) || isLand(path) { return .field(.landArea) }
    if leaf.containsAny(["就业", "用工"]), !leaf.containsAny(["率", "情况", "单位"]) {
      return .field(.jobs)
    }
    if leaf.endsWithAny(["阶段"]) { return .field(.stage) }
    if leaf.endsWithAny(["产业链", "产业链条"]) { return .field(.chain) }
    if leaf.hasSuffix("建设性质") { return .field(.nature) }
    if leaf.containsAny(["在线审批", "审批监管平台"]) && leaf.hasSuffix("代码") { return .field(.code) }
    if leaf.endsWithAny(["项目代码", "项目统一代码"]), leaf.containsAny(["发改", "在线平台"]) {
      return .field(.code)
    }
    return nil
  }

  /// The description that a part of a label asks for.
  static func describes(_ part: String) -> Field? {
    if let field = description(part) { return field }
    if part.endsWithAny(["形象进度", "进展", "进展情况", "推进情况"]) { return .progress }
    return part.endsWithAny(["建设内容", "建设规模", "规模", "内容"]) ? .content : nil
  }

  /// Problems and next steps; of a label that says both, the first.
  private static func description(_ leaf: String) -> Field? {
    let problem = ["存在问题", "困难", "需协调", "需要协调", "协调解决", "问题"].compactMap { leaf.firstRange(of: $0) }
      .map(\.lowerBound).min()
    let step = ["下一步", "下步"].compactMap { leaf.firstRange(of: $0) }.map(\.lowerBound).min()
    guard let problem else { return step == nil ? nil : .nextStep }
    return step.map { $0 < problem } ?? false ? .nextStep : .problems
  }

  /// 面积 below 用地情况.
  private static func isLand(_ path: HeaderPath) -> Bool {
    path.leaf == "面积" && path.headings.contains { $0.bare.containsAny(["用地", "占地"]) }
  }

  /// Whether a leaf below a heading names projects by its words.
  static func isName(_ leaf: HeaderLabel, below heading: HeaderLabel?) -> Bool {
    isName(HeaderLabel.comparable(leaf.bare)) || isNameBelowProject(leaf.bare, heading?.bare)
  }

  /// 名称 below 项目, 项目基本情况 or 项目信息.
  private static func isNameBelowProject(_ leaf: String, _ heading: String?) -> Bool {
    guard leaf == "名称", let heading else { return false }
    return ["项目", "项目概况", "项目信息"].contains(
      heading.replacing("基本", with: "").trimmingSuffixes(of: ["情况"]))
  }

  /// 重点项目名称, 点名项目名称, 项目（打包项目及子项目）名称.
  private static func isName(_ leaf: String) -> Bool {
    leaf.endsWithAny(["项目名称", "工程名称"])
  }

  /// A progress text that names a month or quarter is the project's only if it is the list's.
  private static func isOfNow(_ path: HeaderPath, month: Int?) -> Bool {
    guard let months = path.period.months, let month else { return true }
    return months.contains(month) && (path.period.isPart || months.upperBound == month)
  }
}
