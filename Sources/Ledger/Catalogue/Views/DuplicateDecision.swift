/// A person's decision about two projects that look like one (查重认定).
package struct DuplicateDecision: Hashable, Sendable {
  package enum Answer: String, Hashable, Sendable {
    /// They are two projects; the question is not asked again.
    case different
    /// The decision is postponed.
    case later
    /// The decision was revoked.
    case revoked
  }

  /// The pair, the smaller number first.
  package let pair: ProjectPair
  package let answer: Answer

  package init(_ pair: ProjectPair, _ answer: Answer) {
    self.pair = pair
    self.answer = answer
  }

  /// Decodes the item; nil for other kinds.
  package init?(_ item: CatalogueItem) {
    guard item.kind == .distinction, let pair = ProjectPair(code: item.code),
      let answer = item.attributes["answer"]?.text.flatMap(Answer.init)
    else { return nil }
    self.init(pair, answer)
  }

  /// The catalogue item that stores it: a pair's last answer is current, earlier ones are history.
  package func item(position: Int) -> CatalogueItem {
    CatalogueItem(
      kind: .distinction, code: pair.code, name: pair.code, position: position,
      attributes: .map(["answer": .text(answer.rawValue)]))
  }
}

/// An unordered pair of projects.
package struct ProjectPair: Hashable, Sendable {
  package let first: ProjectID
  package let second: ProjectID

  package init(_ one: ProjectID, _ other: ProjectID) {
    first = min(one, other)
    second = max(one, other)
  }

  init?(code: String) {
    let numbers = code.split(separator: "-").map { ProjectID($0) }
    guard numbers.count == 2, let one = numbers[0], let other = numbers[1] else { return nil }
    self.init(one, other)
  }

  var code: String { "\(first)-\(second)" }
}

extension Catalogue {
  /// The decisions about pairs of projects that are not revoked.
  package var distinctions: [DuplicateDecision] {
    items(of: .distinction).compactMap { DuplicateDecision($0) }.filter { $0.answer != .revoked }
  }
}
