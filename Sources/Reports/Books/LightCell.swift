import Ledger
import Wording

/// A light as a cell: a coloured mark, always with a word.
enum LightCell {
  static func cell(_ light: ProjectLight?, _ rule: LightRule) -> ReportCell {
    guard let light else { return ReportCell(.blank, .centred) }
    let style: ReportStyle =
      switch light.light {
      case .normal: .normal
      case .lagging: .lagging
      case .serious: .serious
      case .unreported: .unreported
      }
    return .text("● " + rule.word(light.light), style)
  }

  /// The rule as a caption, with the projects that have no light.
  static func caption(_ rule: LightRule, _ edition: BookEdition) -> String {
    let exceptions = [
      rule.overdueIsSerious ? "节点、计划开竣工逾期" : nil, rule.openProblem == .normal ? nil : "问题清单里有未办结问题",
    ].compactMap { $0 }
    let day = edition.day.map { "；节点和问题情况截至\($0.words)" } ?? ""
    return "进度灯：\(rule.sentence)；没有年度计划的不评灯"
      + (exceptions.isEmpty ? "" : "（\(exceptions.joined(separator: "、"))的除外）") + day
  }
}

extension BookSource {
  /// A project's light on the day of the book.
  func light(
    _ project: ProjectFigures, rule: LightRule, stages: StageOrder
  ) -> ProjectLight? {
    ProjectLight(
      project, rule: rule, stages: stages, year: year, month: month, through: edition.through,
      day: edition.day,
      catalogue: catalogue)
  }

  /// The reasons for a light besides figures, as determined by the program, not in a unit's own words.
  func grounds(of light: ProjectLight?) -> String? {
    light.map { $0.reasons.map(\.withoutSpacesAtDigits).joined(separator: "；") }
  }

  /// A project's progress text, as of the month asked for, if any.
  func progress(of project: ProjectFigures) -> String? {
    let record = project.record
    if let progress, let asked = filter.month {
      return progress.text(of: project.id, record, for: asked)
    }
    if let current = record.text(.progress) { return current }
    guard case .text(let last)? = record.entries(of: .monthlyProgress).last?.value else {
      return nil
    }
    return last
  }
}
