import Foundation
import Ledger
import Storage
import Wording

/// The first sheet of a brief: the summary of all changes.
extension ChangesBook {
  /// 自2026年3月20日（台账第5版）至2026年3月31日（台账第12版）.
  var span: String {
    let (before, after) = (brief.before.edition, brief.after.edition)
    let start =
      before.revision == 0
      ? "自建账" : "自\(Self.day(before.recordedAt))（台账第\(before.revision)版）"
    return start
      + "至\(Self.day(after.recordedAt))（台账第\(after.revision)版）"
  }

  var sentence: String {
    let corrections = brief.corrections
    let corrected = Set(corrections.map(\.project.id)).count
    let reports = brief.firstReports
    let reporting = Set(reports.map(\.project.id)).count
    let (before, after) = (brief.before.projects.count, brief.after.projects.count)
    return "\(span)，项目由\(before)项变为\(after)项：新增\(brief.arrivals.count)项，"
      + "退出\(brief.departures.count)项；阶段变化\(brief.moves.count)项；"
      + "数据调整\(corrected)项、\(corrections.count)处"
      + (reports.isEmpty ? "。" : "；首次填报月度数据\(reporting)项、\(reports.count)处。")
  }

  static func day(_ moment: Date) -> String {
    ShanghaiCalendar.day(of: moment)?.words ?? ShanghaiCalendar.day(moment)
  }

  /// The figures before and after, and the number of projects in each stage.
  func overview(named name: String) -> ReportSheet {
    ComparedFigure.table("期初", "期末").sheet(
      .init(
        name: name, title: "\(edition.year)年\(Self.title)", words: [sentence], unit: "项、亿元"),
      edition, rows: lines, captions: captions)
  }

  private var captions: [String] {
    [
      "期初、期末均按各自版次的台账计算；本年累计完成为本年1月起累计",
      "阶段变化、数据调整、首次填报只计期初、期末都在所选范围内的项目；首次填报指以前没有报过的月份的完成投资、到位资金、形象进度",
    ]
  }

  private var lines: [ComparedFigure] {
    let (before, after) = (brief.before.figures, brief.after.figures)
    let (first, last) = (FigureSums(before), FigureSums(after))
    func count(_ label: String, _ isCounted: (ProjectFigures) -> Bool) -> ComparedFigure {
      .count(label, before.count(where: isCounted), after.count(where: isCounted))
    }
    let stages = edition.catalogue.stages.map { stage in
      count("其中：\(stage.name)") { $0.stage == stage.code }
    }
    let isUnknown = (before + after).contains { $0.stage == nil }
    let unknown = isUnknown ? [count("其中：未填阶段") { $0.stage == nil }] : []
    return [count("项目数") { _ in true }] + stages + unknown
      + [
        .yi("总投资", first.total, last.total),
        .yi("\(edition.year)年计划投资", first.plan, last.plan),
        .yi("本年累计完成投资", first.done, last.done),
      ]
  }
}
