/// What a person said of two projects that look like one (查重认定).
package struct Distinction: Hashable, Sendable {
  package enum Answer: String, Hashable, Sendable {
    /// They are two, and nobody is asked again.
    case different
    /// Somebody will say later.
    case later
    /// What was said no longer holds.
    case revoked
  }

  /// The smaller number first.
  package let pair: ProjectPair
  package let answer: Answer

  package init(_ pair: ProjectPair, _ answer: Answer) {
    self.pair = pair
    self.answer = answer
  }

  /// Reads the item; nil when it is another kind of item.
  package init?(_ item: CatalogueItem) {
    guard item.kind == .distinction, let pair = ProjectPair(code: item.code),
      let answer = item.attributes["answer"]?.text.flatMap(Answer.init)
    else { return nil }
    self.init(pair, answer)
  }

  /// The item it is kept as: the last answer about a pair counts, the earlier ones are its history.
  package func item(position: Int) -> CatalogueItem {
    CatalogueItem(
      kind: .distinction, code: pair.code, name: pair.code, position: position,
      attributes: .map(["answer": .text(answer.rawValue)]))
  }
}

/// Two projects, in whatever order they are named.
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
  /// What was said of pairs of projects, and still holds.
  package var distinctions: [Distinction] {
    items(of: .distinction).compactMap { Distinction($0) }.filter { $0.answer != .revoked }
  }
}
