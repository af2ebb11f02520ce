/// A project's move from one stage to another: usually to the next.
package struct StageStep: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The first stage, or the next one.
    case next
    case stays
    /// A move that skips stages.
    case jump
    case back
  }

  package let from: Stage?
  package let to: Stage

  package var kind: Kind {
    guard let from else { return .next }
    switch to.order - from.order {
    case 0: return .stays
    case 1: return .next
    case 2...: return .jump
    default: return .back
    }
  }

  /// Whether it needs a reason.
  package var isUnusual: Bool { kind == .jump || kind == .back }
}

extension Catalogue {
  /// The step between two stages by code; nil if the second does not exist.
  package func stageStep(from: String?, to: String) -> StageStep? {
    guard let end = stages.first(where: { $0.code == to }) else { return nil }
    return StageStep(from: stages.first { $0.code == from }, to: end)
  }
}
