import Ledger
import Operations
import Reports
import Wording

/// 目标: the year's targets, the progress of each, and how it is measured.
enum TargetsPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let options = QuestionOptions(filter: try context.asOf.map { ["as-of": [$0.text]] } ?? [:])
    let overview = try context.operations.targets(options)
    let time: Query = try context.asOf.map { ["as-of": $0.text] } ?? Query()
    let goneBy = overview.edition.month.map { Double($0) / 12 }
    let names = overview.edition.catalogue.setting("target-groups")?["names"]
    var groups: [String] = []
    for target in overview.targets.map(\.target) where !groups.contains(target.group) {
      groups.append(target.group)
    }
    return try context.page(
      Page(
        "targets", title: "目标", in: .targets,
        View([
          "year": overview.edition.year,
          "groups": groups.map { group in
            View([
              "group": names?[group]?.text ?? group,
              "targets": overview.targets.filter { $0.target.group == group }.map {
                row($0, goneBy, overview.edition.catalogue).merging(
                  TargetWords.view($0, overview.edition.catalogue, time))
              },
            ])
          },
          "caption": TargetProgress.captions(overview.edition).joined(separator: "；"),
          "bookHref": Address("books", "targets"),
        ])))
  }

  private static func row(
    _ progress: TargetProgress, _ goneBy: Double?, _ catalogue: Catalogue
  ) -> View {
    let target = progress.target
    return View([
      "target": target.name, "code": target.code,
      "leads": target.leads.map { catalogue.name(of: .unit, $0) }.joined(separator: "、"),
      "goal": target.isHandedDown ? target.phrase : "未下达",
      "unitName": target.unit,
      "share": progress.share.map(Figures.percent),
      "expected": progress.share == nil ? nil : goneBy.map(Figures.percent),
      "standing": progress.standing.map { standing in
        View([
          "word": standing.rawValue,
          "isBehind": standing == .behind || standing == .below,
        ])
      },
      "source": progress.source, "rule": progress.rule,
    ])
  }

  /// Records a reported figure of a target.
  static func report(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    let entry = try context.operations.report(
      form["target"] ?? "", value: form["value"] ?? "", period: form["period"] ?? "",
      basis: form["basis"] ?? "")
    return .seeOther(Address("targets", query: ["done": String(entry.number)]))
  }
}
