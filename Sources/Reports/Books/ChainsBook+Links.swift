import Ledger

/// The links of a chain from 上游 to 下游, with their projects; a link without projects is 缺环.
extension ChainsBook {
  /// The projects of one link with its heading; nil if the chain has no links.
  struct Link {
    let heading: String?
    let projects: [ProjectFigures]
  }

  static let missing = "缺环"

  func links(of chain: Chain, _ projects: [ProjectFigures]) -> [Link] {
    guard !chain.segments.isEmpty else { return [Link(heading: nil, projects: projects)] }
    let bySegment = Dictionary(grouping: projects) { project in
      project.record.text(.segment).flatMap { chain.segment(called: $0) }
    }
    // If no project states its link, none can be called missing.
    guard bySegment.keys.contains(where: { $0 != nil }) else {
      return [Link(heading: "各项目均未注明所属环节（\(projects.count)项）", projects: projects)]
    }
    let links = Chain.Position.allCases.flatMap { position in
      chain.segments.filter { $0.position == position }.map { segment in
        let own = bySegment[segment] ?? []
        let label = "\(position.label) · \(segment.name)"
        return Link(
          heading: own.isEmpty ? "\(label)：\(Self.missing)" : "\(label)（\(own.count)项）",
          projects: own)
      }
    }
    guard let others = bySegment[nil] else { return links }
    return links + [Link(heading: "环节未注明或不在目录（\(others.count)项）", projects: others)]
  }
}
