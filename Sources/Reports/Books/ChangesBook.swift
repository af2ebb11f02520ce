import Ledger
import Storage

/// 变化简报: what became of the projects between two days, each change with its old and new value,
/// who made it and where it came from.
package struct ChangesBook: Sendable {
  let brief: ChangeBrief

  package init(_ brief: ChangeBrief) { self.brief = brief }

  package static let title = "重大项目变化简报"

  package var sheets: [ReportSheet] {
    [overview(named: "总体"), arrivals, moves, adjustments, departures]
  }

  var edition: BookEdition { brief.after.edition }
  private var catalogue: Catalogue { edition.catalogue }

  private typealias Table = ReportTable<ChangeBrief.Event>

  private var arrivals: ReportSheet {
    Table(
      columns: project + [
        .centred("阶段", 6...12) { brief.after.stage(of: $0.project) },
        .wan("总投资") { $0.project.total },
      ] + source
    ).sheet(
      head("新增", "新增项目", unit: "万元", nothing: "没有新增项目"), edition, rows: brief.arrivals,
      captions: ["新增指期初不在、期末在所选范围内的项目，含恢复和转入的项目"])
  }

  private var moves: ReportSheet {
    Table(columns: project + values + source).sheet(
      head("阶段变化", "阶段变化", nothing: "没有项目变动阶段"), edition, rows: brief.moves)
  }

  private var adjustments: ReportSheet {
    Table(
      columns: project + [
        .centred("字段", 10...22) { $0.difference?.key.label(in: catalogue) }
      ] + values + source
    ).sheet(
      head("数据调整", "数据调整", nothing: "没有数据调整"), edition, rows: brief.adjustments,
      captions: ["金额以万元计；改过又改回的不列；联系人、电话的变动不列"])
  }

  private var departures: ReportSheet {
    Table(
      columns: project + [
        .centred("原阶段", 6...12) { brief.before.stage(of: $0.project) },
        .wan("总投资") { $0.project.total }, .centred("去向", 8...16, destination),
      ] + source
    ).sheet(
      head("退出", "退出项目", unit: "万元", nothing: "没有项目退出"), edition, rows: brief.departures,
      captions: ["退出指期初在、期末不在所选范围内的项目"])
  }

  /// 终止, 退库, gone from the ledger, or no longer what was asked for.
  private func destination(_ event: ChangeBrief.Event) -> String? {
    guard let difference = event.difference else { return "不再符合所选范围" }
    if difference.key.field == .condition, case .reference(let code) = difference.after {
      return catalogue.name(of: .condition, code)
    }
    let isGone = difference.after == nil && difference.key.field.rawValue <= Field.name.rawValue
    return isGone ? "移出台账" : "不再符合所选范围"
  }

  private func head(
    _ name: String, _ title: String, unit: String = "", nothing: String
  ) -> Table.Head {
    Table.Head(name: name, title: title, words: [span], unit: unit, nothing: nothing)
  }

  private var project: [Table.Column] {
    [
      .text("项目名称", 24...36) { $0.project.name },
      .centred("产业链", 10...22) { event in
        event.project.chain.map { catalogue.name(of: .chain, $0) }
      },
    ]
  }

  private var values: [Table.Column] {
    [.text("原值", 10...26) { value($0.difference?.before, $0) }]
      + [.text("现值", 10...26) { value($0.difference?.after, $0) }]
  }

  private var source: [Table.Column] {
    [
      .centred("经办人", 8...12) { $0.difference?.entry.actor },
      .centred("时间", 12...12) { $0.difference.map { ShanghaiCalendar.day($0.entry.at) } },
      .text("来源", 18...34) { $0.difference.map(SourceWords.text) },
    ]
  }

  private func value(_ value: Value?, _ event: ChangeBrief.Event) -> String? {
    guard let difference = event.difference else { return nil }
    guard let value else { return "（空）" }
    var names = CatalogueNames(catalogue)
    let text = names.text(value, of: difference.key.field)
    return text.isEmpty && difference.key.field == .registers ? "在册" : text
  }
}
