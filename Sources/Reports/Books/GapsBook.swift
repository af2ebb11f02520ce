import Ledger

/// 催报清单: the missing data of projects, unit by unit; each unit's sheet holds only its own gaps and can be sent as it
/// is.
package struct GapsBook: Sendable {
  private let source: BookSource
  private let units: [UnitGaps]

  package init(_ source: BookSource) {
    self.source = source
    let (stages, rule) = (source.catalogue.stages, source.catalogue.reportingRule)
    let gaps = source.figures.map {
      ProjectGap($0, stages: stages, reporting: rule, month: source.month)
    }
    let byUnit = Dictionary(grouping: gaps) { $0.unit ?? "" }
    units =
      source.catalogue.sorted(.unit, byUnit.keys.filter { !$0.isEmpty }).map {
        UnitGaps(unit: $0, gaps: byUnit[$0] ?? [])
      } + (byUnit[""].map { [UnitGaps(unit: nil, gaps: $0)] } ?? [])
  }

  package static let title = "项目信息催报清单"

  package var sheets: [ReportSheet] {
    let open = units.filter { $0.gaps.contains(where: \.isGap) }
    return [overview] + open.map(sheet)
  }

  private var overview: ReportSheet {
    ReportTable<UnitGaps>(columns: [
      .text("牵头单位", 34...40, name), .count("项目数") { $0.gaps.count },
      .count("有缺项的项目") { $0.gaps.count { !$0.missing.isEmpty } },
      .count("缺项数") { $0.gaps.reduce(0) { $0 + $1.missing.count } },
      .count("未报到当月的项目") { $0.gaps.count { $0.isStale } },
      .rate("完整率") { $0.completeness }, .rate("及时率") { $0.freshness },
    ]).sheet(
      .init(
        name: "各单位情况", title: source.title("\(source.year)年\(Self.title)"), unit: "项",
        nothing: "没有项目",
        counted: "个单位"),
      source.edition, rows: units, captions: captions)
  }

  private func sheet(_ unit: UnitGaps) -> ReportSheet {
    let rows = unit.gaps.filter(\.isGap).sorted {
      ($1.weight, $0.project.id) < ($0.weight, $1.project.id)
    }
    return ReportTable<ProjectGap>(columns: [
      .text("项目名称", 26...40) { $0.project.name },
      .centred("阶段", 6...12) { source.stage(of: $0.project) },
      .text("需补报的内容", 26...44) { $0.missing.map(\.label).joined(separator: "、") },
      .rate("完整率") { $0.completeness },
      .centred("投资数据截至", 12...14) { $0.project.reach.map { "\(source.year)年\($0)月" } },
      .centred("月度数据", 10...14) { $0.isStale ? "需更新" : nil },
    ]).sheet(
      .init(
        name: name(unit), title: "\(name(unit))：需补报的项目信息", nothing: "没有需补报的内容"),
      source.edition, rows: rows, captions: captions)
  }

  private func name(_ unit: UnitGaps) -> String {
    unit.unit.map { source.catalogue.name(of: .unit, $0) } ?? "未明确牵头单位"
  }

  /// 处于开工、建设阶段并有年度计划的, according to the catalogue.
  private var expected: String {
    let rule = source.catalogue.reportingRule
    let names = source.catalogue.stages.filter { rule.stages.contains($0.code) }.map(\.name)
    return "处于\(names.joined(separator: "、"))阶段\(rule.needsPlan ? "并有年度计划" : "")的"
  }

  private var captions: [String] {
    let fields = source.catalogue.stages.map { stage in
      "\(stage.name)：\(stage.requires.map(\.label).joined(separator: "、"))"
    }
    return [
      "每个项目都应有牵头单位、总投资和阶段，并逐阶段应有（到了后一阶段，前面各阶段的仍应有）\(fields.joined(separator: "；"))",
      "每月应报投资数据的是\(expected)项目，及时率为其中报到本表月份的比例",
      "完整率为已填字段占应填字段的比例；完整率、及时率均按阶段加权（阶段越靠后权重越大，谋划为1）",
      "项目列在第一牵头单位名下",
    ]
  }
}
