import Ledger

/// 产业链分册: a matrix of chains and stages, then one sheet per chain, for the commission.
package struct ChainsBook: Sendable {
  let source: BookSource
  let figures: [ProjectFigures]
  /// Whether each project tells which month its sum reaches.
  let reachesDiffer: Bool
  let stages: StageOrder
  let rule: LightRule

  package init(_ source: BookSource) {
    self.source = source
    figures = source.figures
    reachesDiffer = source.edition.reachesDiffer(figures)
    stages = StageOrder(source.catalogue)
    rule = source.catalogue.lightRule
  }

  package static let title = "产业链项目分册"

  package var sheets: [ReportSheet] {
    [matrix] + chains.map(sheet) + (withoutChain.isEmpty ? [] : [sheetWithoutChain])
  }

  /// All chains; if the filter chooses some, only these and those that projects have.
  var chains: [Chain] {
    let asked = source.filter.chains
    guard !asked.isEmpty else { return source.catalogue.chains }
    let held = Set(figures.compactMap(\.chain))
    return source.catalogue.chains.filter { asked.contains($0.code) || held.contains($0.code) }
  }

  /// Projects without a chain that the catalogue knows.
  var withoutChain: [ProjectFigures] {
    let known = Set(source.catalogue.chains.map(\.code))
    return figures.filter { project in project.chain.map { !known.contains($0) } ?? true }
  }

  func leads(_ chain: Chain) -> String {
    chain.leads.map { source.catalogue.name(of: .unit, $0) }.joined(separator: "、")
  }
}
