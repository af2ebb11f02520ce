package import Ledger

/// A project that a register holds, or that its rule puts forward.
package struct Candidate: Sendable {
  package enum Standing: String, CaseIterable, Sendable {
    case confirmed = "已认定"
    case open = "候选"
    case refused = "不符合"
  }

  package let project: ProjectFigures
  package let standing: Standing
  /// As the register has it; nil when only the rule puts the project forward.
  package let state: String?
  /// What the rule rests on, in words.
  package let basis: String

  /// Nil when neither register nor rule knows the project.
  init?(
    _ project: ProjectFigures, _ rule: CandidateRule, year: Int, ground: RegisterGround?
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
  /// The projects that a rule's register has, or that the rule puts forward, in their order.
  package func candidates(_ rule: CandidateRule) -> [Candidate] {
    figures.compactMap { Candidate($0, rule, year: year, ground: grounds[$0.id]) }
  }
}
