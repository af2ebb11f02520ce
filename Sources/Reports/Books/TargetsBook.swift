import Ledger

/// 目标进度: every target of the year, its progress, and how it is measured.
package struct TargetsBook: Sendable {
  private let source: BookSource

  package init(_ source: BookSource) { self.source = source }

  package static let title = "年度目标进度"

  package var sheets: [ReportSheet] {
    [
      Self.table(source).sheet(
        .init(
          name: "目标进度", title: source.title("\(source.year)\(Self.title)"),
          words: [Self.sentence(progress, of: source.year)],
          nothing: Self.nothing(of: source.year)),
        source.edition, groups: groups, captions: TargetProgress.captions(source.edition))
    ]
  }

  private var progress: [TargetProgress] { TargetReader(source).all }

  private var groups: [ReportTable<TargetProgress>.Group] {
    let progress = progress
    var order: [String] = []
    for target in progress.map(\.target) where !order.contains(target.group) {
      order.append(target.group)
    }
    let names = source.catalogue.setting("target-groups")?["names"]
    return order.map { group in
      .init(
        heading: names?[group]?.text ?? group,
        rows: progress.filter { $0.target.group == group })
    }
  }

  /// The text for a year without targets: another year's are never shown.
  static func nothing(of year: Int) -> String { "\(year)年目标未下达" }

  /// 共 18 个目标：已达到 2 个，达到序时进度 3 个 …
  static func sentence(_ progress: [TargetProgress], of year: Int) -> String {
    let known = progress.filter(\.target.isHandedDown)
    if known.isEmpty { return nothing(of: year) + "。" }
    let standings: [TargetProgress.Standing] = [.reached, .onSchedule, .behind, .below]
    let counts = standings.map { standing in
      (standing.rawValue, known.count { $0.standing == standing })
    }
    let others = [
      ("只计所选项目、不评进度", known.count(where: \.isOfChoice)),
      ("未报或无法判断", known.count { $0.standing == nil && !$0.isOfChoice }),
      ("未下达", progress.count - known.count),
    ]
    let words = (counts + others).filter { $0.1 > 0 }.map { "\($0)\($1)个" }
    return "共\(progress.count)个目标：\(words.joined(separator: "，"))。"
  }

  /// The table of targets, which other books use for some of them.
  static func table(_ source: BookSource) -> ReportTable<TargetProgress> {
    ReportTable(columns: [
      .text("目标", 20...28) { $0.target.name },
      .centred("牵头单位", 14...24) { progress in
        progress.target.leads.map { source.catalogue.name(of: .unit, $0) }
          .joined(separator: "、")
      },
      .centred("目标值", 14...22) {
        $0.target.isHandedDown ? $0.target.phrase.withoutSpacesAtDigits : "未下达"
      },
      .cell("现值", 12...16) { .number($0.value, $0.target.unit == "个" ? .count : .yi) },
      .centred("单位", 6...8) { $0.target.unit },
      .rate("完成比例") { $0.share },
      .cell("进度", 17...18, standing),
      .text("数据来源", 12...24) { $0.source }, .text("计算口径", 30...48) { $0.rule },
    ])
  }

  private static func standing(_ progress: TargetProgress) -> ReportCell {
    guard let standing = progress.standing else { return .text(nil, .centred) }
    let style: ReportStyle =
      switch standing {
      case .reached, .onSchedule: .normal
      case .behind, .below: .lagging
      }
    return .text("● " + standing.rawValue, style)
  }
}
