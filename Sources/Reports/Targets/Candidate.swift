package import Ledger

/// A project that is on a register, or that its rule proposes.
package struct Candidate: Sendable {
  package enum Standing: String, CaseIterable, Sendable {
    case confirmed = "已认定"
    case open = "候选"
    case refused = "不符合"
  }

  package let project: ProjectFigures
  package let standing: Standing
  /// The state on the register; nil if only the rule proposes the project.
  package let state: String?
  /// The reason by the rule, in words.
  package let basis: String

  /// Nil if the project is not on the register and the rule does not propose it.
  init?(
    _ project: ProjectFigures, _ rule: CandidateRule, year: Int, ground: RegisterReason?
  ) {
    let membership = project.record[FieldKey(register: rule.register, year: year)]
    let grounds = rule.grounds(of: project.record)
    guard membership != nil || !grounds.isEmpty else { return nil }
    self.project = project
    if case .membership(let membership) = membership {
      state = membership.state
    } else {
      state = nil
    }
    standing = state.flatMap { Standing(rawValue: $0) } ?? .open
    let words = grounds.map { clause in
      let sum = project.record.money(clause.field) ?? .zero
      return "\(clause.field.label)\(sum.fixed(in: .yiYuan, places: 2))亿元"
    }
    let origin = membership == nil ? ["按规则列为候选"] : []
    basis = ([ground?.words].compactMap { $0 } + words + origin).joined(separator: "；")
  }
}

extension BookSource {
  /// The projects on a rule's register or proposed by the rule, in their order.
  package func candidates(_ rule: CandidateRule) -> [Candidate] {
    figures.compactMap { Candidate($0, rule, year: year, ground: grounds[$0.id]) }
  }
}
