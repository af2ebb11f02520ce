import Ledger
import Storage

/// The first sheet of a brief: what all changes come to.
extension ChangesBook {
  /// 自 2026-03-20（第 5 版）至 2026-03-31（第 12 版）.
  var span: String {
    let (before, after) = (brief.before.edition, brief.after.edition)
    let start =
      before.revision == 0
      ? "自建账" : "自\(ShanghaiCalendar.day(before.recordedAt))（台账第\(before.revision)版）"
    return start
      + "至\(ShanghaiCalendar.day(after.recordedAt))（台账第\(after.revision)版）"
  }

  private var sentence: String {
    let adjustments = brief.adjustments
    let adjusted = Set(adjustments.map(\.project.id)).count
    let (before, after) = (brief.before.projects.count, brief.after.projects.count)
    return "\(span)，项目由\(before)项变为\(after)项：新增\(brief.arrivals.count)项，"
      + "退出\(brief.departures.count)项；阶段变化\(brief.moves.count)项；"
      + "数据调整\(adjusted)项、\(adjustments.count)处。"
  }

  /// A line of the overview: a figure before and after.
  private struct Line {
    let label: String
    let before: Double?
    let after: Double?
    let style: ReportStyle
  }

  /// The figures before and after, and the projects of each stage.
  func overview(named name: String) -> ReportSheet {
    ReportTable<Line>(columns: [
      .text("指标", 28...28) { $0.label },
      .cell("期初", 16...18) { .number($0.before, $0.style) },
      .cell("期末", 16...18) { .number($0.after, $0.style) },
      .cell("增减", 16...18) { line in
        // What neither side states has no difference.
        line.before == nil && line.after == nil
          ? .text(nil) : .number((line.after ?? 0) - (line.before ?? 0), line.style)
      },
    ]).sheet(
      .init(
        name: name, title: "\(edition.year)年\(Self.title)", words: [sentence], unit: "项、亿元"),
      edition, rows: lines, captions: captions)
  }

  private var captions: [String] {
    [
      "期初、期末均按各自版次的台账计算；累计完成为本年1月起累计",
      "阶段变化、数据调整只计期初、期末都在所选范围内的项目",
    ]
  }

  private var lines: [Line] {
    let (before, after) = (brief.before.figures, brief.after.figures)
    let (first, last) = (FigureSums(before), FigureSums(after))
    func yi(_ label: String, _ sum: KeyPath<FigureSums, Money?>) -> Line {
      Line(
        label: label, before: first[keyPath: sum]?.double(in: .yiYuan),
        after: last[keyPath: sum]?.double(in: .yiYuan), style: .yi)
    }
    func count(_ label: String, _ isCounted: (ProjectFigures) -> Bool) -> Line {
      Line(
        label: label, before: Double(before.count(where: isCounted)),
        after: Double(after.count(where: isCounted)), style: .count)
    }
    let stages = edition.catalogue.stages.map { stage in
      count("其中：\(stage.name)") { $0.stage == stage.code }
    }
    return [count("项目数") { _ in true }] + stages
      + [
        yi("总投资", \.total), yi("\(edition.year)年计划投资", \.plan), yi("累计完成投资", \.done),
      ]
  }
}
