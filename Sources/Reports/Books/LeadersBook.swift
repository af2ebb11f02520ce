import Ledger

/// 领导汇总: the sentence, charts, the ledger by chain with subtotals and lights, and changes since the last issue.
package struct LeadersBook: Sendable {
  let source: BookSource
  let figures: [ProjectFigures]
  /// Whether each project tells which month its sum reaches.
  let reachesDiffer: Bool
  let stages: StageOrder
  let rule: LightRule
  /// The changes since the last issue; nil if there is none to compare with.
  let brief: ChangeBrief?
  private let lights: [ProjectID: ProjectLight]

  package init(_ source: BookSource, since brief: ChangeBrief? = nil) {
    self.source = source
    self.brief = brief
    figures = source.figures
    reachesDiffer = source.edition.reachesDiffer(figures)
    stages = StageOrder(source.catalogue)
    rule = source.catalogue.lightRule
    lights = Dictionary(
      figures.compactMap { [source, rule, stages] project in
        source.light(project, rule: rule, stages: stages).map { (project.id, $0) }
      }
    ) { first, _ in first }
  }

  package static let title = "重大项目推进情况汇总"

  /// The book's title: of one chain, area or unit, or of all projects.
  var title: String { heading(Self.title) }

  /// A title for all projects adapted to the book's subject.
  func heading(_ title: String) -> String {
    source.edition.heading(source.title(title))
  }

  package var sheets: [ReportSheet] {
    let since = brief.map { [ChangesBook($0).overview(named: "较上期变化")] } ?? []
    return [overview, ledger] + (months.map { [$0] } ?? []) + since
  }

  /// The projects of one chain, the most advanced and largest first.
  struct Group {
    let name: String
    /// False for the projects without a chain.
    let isChain: Bool
    let projects: [ProjectFigures]
  }

  var groups: [Group] {
    let byChain = Dictionary(grouping: figures) { $0.chain ?? "" }
    // An unknown code is a group too, so that every project appears.
    let codes = source.catalogue.sorted(.chain, byChain.keys.filter { !$0.isEmpty })
    return (codes + [""]).compactMap { code in
      guard let projects = byChain[code] else { return nil }
      let name = code.isEmpty ? "未列入产业链" : source.catalogue.name(of: .chain, code)
      return Group(
        name: name, isChain: !code.isEmpty, projects: projects.sorted(by: stages.comesFirst))
    }
  }

  func light(_ project: ProjectFigures) -> ProjectLight? { lights[project.id] }
}
