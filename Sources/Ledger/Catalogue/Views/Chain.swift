/// An industry chain (产业链): ten pillars and three others.
package struct Chain: Hashable, Sendable {
  package let code: String
  package let name: String
  package let english: String
  /// The codes of its lead units, the primary one first.
  package let leads: [String]
  package let segments: [Segment]
  /// Whether it is one of the ten pillars.
  package let isPillar: Bool
  /// The code of its sub-task of the year.
  package let task: String?
  /// Divisions and groups of GB/T 4754 that usually belong to it.
  package let industries: [String]

  /// A part of a chain, from materials to use.
  package struct Segment: Hashable, Sendable {
    package let name: String
    package let position: Position
    /// Other names for it or its parts: the report's words, then editorial ones.
    package let includes: [String]
  }

  /// The position of a segment in its chain.
  package enum Position: String, Hashable, Sendable, CaseIterable {
    case upstream
    case midstream
    case downstream

    package var label: String {
      switch self {
      case .upstream: "上游"
      case .midstream: "中游"
      case .downstream: "下游"
      }
    }
  }

  /// The segment with a name, or else one that includes the word.
  package func segment(called word: String) -> Segment? {
    segments.first { $0.name == word } ?? segments.first { $0.includes.contains(word) }
  }

  init(_ item: CatalogueItem) {
    let attributes = item.attributes
    code = item.code
    name = item.name
    english = attributes["english"]?.text ?? item.name
    leads = attributes["leads"]?.texts ?? []
    segments = (attributes["segments"]?.items ?? []).compactMap { segment in
      guard let name = segment["name"]?.text,
        let position = segment["position"]?.text.flatMap({ Position(rawValue: $0) })
      else { return nil }
      return Segment(
        name: name, position: position,
        includes: ["includes", "includes_editorial"].flatMap { segment[$0]?.texts ?? [] })
    }
    isPillar = attributes["tier"]?.text == "pillar"
    task = attributes["task"]?.text
    industries = attributes["industries"]?.texts ?? []
  }
}

extension Catalogue {
  /// The chains in the report's order.
  package var chains: [Chain] { items(of: .chain).map { Chain($0) } }

  /// The chain with a code.
  package func chain(_ code: String) -> Chain? { item(.chain, code).map { Chain($0) } }
}
