import Ledger
import Wording

/// 招商台账: 双百 projects, signings and landed investment, each compared with its target.
package struct PromotionBook: Sendable {
  private let source: BookSource
  private let reader: TargetReader

  package init(_ source: BookSource) {
    self.source = source
    reader = TargetReader(source)
  }

  package static let title = "招商引资台账"

  package var sheets: [ReportSheet] { [targets, confirmations, signings, landed] }

  private typealias Table = ReportTable<ProjectFigures>

  /// The targets of investment attraction.
  private var attraction: [TargetProgress] {
    source.catalogue.targets(of: source.year).filter { $0.group == "attraction" }.map(
      reader.progress)
  }

  private var targets: ReportSheet {
    TargetsBook.table(source).sheet(
      .init(
        name: "目标", title: source.title("\(source.year)年\(Self.title)"),
        words: [TargetsBook.sentence(attraction, of: source.year)],
        nothing: TargetsBook.nothing(of: source.year)), source.edition, rows: attraction,
      captions: TargetProgress.captions(source.edition))
  }

  /// The confirmed candidates, then the undecided ones, then the rejected ones.
  private var confirmations: ReportSheet {
    let rule = source.catalogue.candidateRule
    let members = rule.map(source.candidates) ?? []
    let groups = Candidate.Standing.allCases.map { standing in
      let rows = members.filter { $0.standing == standing }
      return ReportTable<Candidate>.Group(
        heading: "\(standing.rawValue)（\(rows.count)项）", rows: rows)
    }
    return ReportTable<Candidate>(
      columns: [
        .text("项目名称", 24...36) { $0.project.name },
        .centred("产业链", 10...22) { chain($0.project) },
        .centred("县区（园区）", 10...18) { source.place(of: $0.project.record) },
        .centred("阶段", 6...12) { source.stage(of: $0.project) },
        wan("总投资") { $0.project.total },
        wan("预计年产值") { $0.project.record.money(.expectedOutput) },
        wan("合同投资额") { $0.project.record.money(.contractInvestment) },
        .centred("清单状态", 8...12) { $0.state }, .text("依据", 20...34) { $0.basis },
      ]
    ).sheet(
      .init(
        name: rule.map { source.catalogue.name(of: .register, $0.register) } ?? "双百项目",
        title: "双百项目：认定与候选", unit: "万元", nothing: "暂无认定记录"), source.edition,
      groups: groups, captions: rule.map { [$0.sentence, "只有已认定的计入目标"] } ?? [])
  }

  /// A sum of a candidate; those confirmed and those refused do not add up.
  private func wan(
    _ label: String, _ sum: @escaping (Candidate) -> Money?
  ) -> ReportTable<Candidate>.Column {
    .cell(label, 10...15) { .number(sum($0)?.double(in: .wanYuan), .wan) }
  }

  private var signings: ReportSheet {
    sheet(
      named: "签约", title: "\(source.year)年签约项目", target: "new-signed-growth",
      own: [
        .centred("签约时间", 14...16) { project in
          if case .date(let date) = project.record[.signDate] { date.words } else { nil }
        },
        .wan("合同投资额") { $0.record.money(.contractInvestment) },
      ])
  }

  private var landed: ReportSheet {
    sheet(
      named: "落地投资", title: "\(source.year)年落地项目完成投资", target: "landed-investment",
      own: [
        .centred("行业", 10...20) { $0.record.text(.industry) },
        .wan(source.edition.doneLabel) { $0.done },
        .wan("\(source.year)年\n到位资金") { $0.funds },
      ])
  }

  /// The sheet of the projects that a target counts.
  private func sheet(
    named name: String, title: String, target code: String, own: [Table.Column]
  ) -> ReportSheet {
    let progress = reader.progress(of: code)
    return Table(
      columns: [
        .text("项目名称", 24...36) { $0.name }, .centred("产业链", 10...22, chain),
        .centred("县区（园区）", 10...18) { source.place(of: $0.record) },
        .text("投资方", 14...26) { $0.record.text(.investor) },
        .centred("阶段", 6...12) { source.stage(of: $0) }, .wan("总投资") { $0.total },
      ] + own
    ).sheet(
      .init(name: name, title: title, unit: "万元", nothing: "暂无计入的项目"), source.edition,
      rows: progress?.projects ?? [],
      captions: progress.map { [$0.rule, "合同投资额、完成投资、到位资金是不同的数，不相加"] } ?? [])
  }

  private func chain(_ project: ProjectFigures) -> String? {
    project.chain.map { source.catalogue.name(of: .chain, $0) }
  }
}
