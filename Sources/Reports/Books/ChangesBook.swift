import Ledger
import Storage
import Wording

/// 变化简报: what happened to the projects between two days, each change with its old and new value, its author and its
/// source.
package struct ChangesBook: Sendable {
  let brief: ChangeBrief

  package init(_ brief: ChangeBrief) { self.brief = brief }

  package static let title = "重大项目变化简报"

  package var sheets: [ReportSheet] {
    [overview(named: "总体"), corrections, moves, arrivals, departures, firstReports]
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

  private var corrections: ReportSheet {
    Table(
      columns: project + [
        .centred("字段", 10...22) { $0.difference?.key.label(in: catalogue).withoutSpacesAtDigits }
      ] + values + [
        .centred("单位", 6...8) { $0.sum(\.before) ?? $0.sum(\.after) == nil ? nil : "万元" },
        .cell("增减", 10...15, growth),
      ] + source
    ).sheet(
      head("数据调整", "数据调整", nothing: "没有数据调整"), edition,
      groups: ChangeBrief.Adjustment.allCases.map { kind in
        let rows = brief.corrections(kind)
        return Table.Group(heading: "\(kind.rawValue)（\(rows.count)处）", rows: rows)
      },
      captions: ["改过又改回的不列；\(untold)的变动不列；首次填报的月度数据另列"])
  }

  /// 联系人、电话, and what the setting adds.
  private var untold: String {
    let added = Field.allCases.filter { edition.untold.subtracting(Field.personal).contains($0) }
    return (["联系人", "电话"] + added.map(\.label)).joined(separator: "、")
  }

  /// The first reports of one list or one act.
  private struct Report {
    let source: String?
    let events: [ChangeBrief.Event]
  }

  /// The sheet of first reports. There are hundreds of monthly figures, so each list is one line.
  private var firstReports: ReportSheet {
    let byList = Dictionary(grouping: brief.firstReports) { event in
      event.difference.map { $0.origin.fileName ?? SourceWords.text($0) } ?? ""
    }
    let rows = byList.map { Report(source: $0, events: $1) }.sorted {
      let (left, right) = ($0.events[0].difference, $1.events[0].difference)
      return (left?.entry.number ?? 0, $0.source ?? "") < (
        right?.entry.number ?? 0, $1.source ?? ""
      )
    }
    return ReportTable<Report>(columns: [
      .text("来源", 24...44) { $0.source }, .text("填报的内容", 30...56, content),
      // A project in two lists is counted in both: these counts do not add up.
      .cell("项目数", 8...12) { .count(Set($0.events.map(\.project.id)).count, .count) },
      .count("填报处数") { $0.events.count },
      .centred("经办人", 8...12) { $0.events[0].difference?.entry.actor },
      .centred("时间", 14...16) { $0.events[0].difference.map { Self.day($0.entry.at) } },
    ]).sheet(
      .init(
        name: "首次填报", title: "首次填报的月度数据", words: [span], nothing: "没有首次填报的月度数据",
        counted: "份"), edition, rows: rows,
      captions: ["每份清单一行；以前报过、这次改了的列在数据调整"])
  }

  /// 2026年1—3月完成投资431处、…
  private func content(_ report: Report) -> String {
    let byKey = Dictionary(grouping: report.events.compactMap(\.difference?.key)) { $0 }
    return byKey.sorted { $0.key < $1.key }.map { key, keys in
      "\(key.label(in: catalogue).withoutSpacesAtDigits)\(keys.count)处"
    }.joined(separator: "、")
  }

  /// The increase of a sum, if both values are known.
  private func growth(_ event: ChangeBrief.Event) -> ReportCell {
    guard let before = event.sum(\.before), let after = event.sum(\.after) else {
      return .text(nil)
    }
    return .sum(Money(fen: after.fen &- before.fen))
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

  /// 终止, 退库, removed from the ledger, or no longer in the filter.
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
    [.cell("原值", 10...30) { value($0.difference?.before, $0) }]
      + [.cell("现值", 10...30) { value($0.difference?.after, $0) }]
  }

  private var source: [Table.Column] {
    [
      .centred("经办人", 8...12) { $0.difference?.entry.actor },
      .centred("时间", 14...16) { $0.difference.map { Self.day($0.entry.at) } },
      .text("来源", 18...34) { $0.difference.map(SourceWords.text) },
    ]
  }

  /// The value as a cell: sums as numbers, all others as text.
  private func value(_ value: Value?, _ event: ChangeBrief.Event) -> ReportCell {
    guard let difference = event.difference else { return .text(nil) }
    switch value {
    case nil: return .text("（空）")
    case .money(let sum): return .sum(sum)
    case .date(let date): return .text(date.words)
    case .some(let value):
      var names = CatalogueNames(catalogue)
      let text = names.text(value, of: difference.key.field)
      return .text(text.isEmpty && difference.key.field == .registers ? "在册" : text)
    }
  }
}

extension ChangeBrief.Event {
  /// The sum before or after; nil if the value is not a sum.
  fileprivate func sum(_ side: KeyPath<Difference, Value?>) -> Money? {
    guard case .money(let sum) = difference?[keyPath: side] else { return nil }
    return sum
  }
}

extension ReportCell {
  /// A sum in 万元, exact: whole numbers without decimals.
  fileprivate static func sum(_ money: Money) -> ReportCell {
    .number(money.double(in: .wanYuan), money.fen % 1_000_000 == 0 ? .wan : .exactWan)
  }
}
