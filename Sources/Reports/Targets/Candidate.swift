import Ledger

/// A project that a register holds, or that its rule puts forward.
struct Candidate {
  enum Standing: String, CaseIterable {
    case confirmed = "已认定"
    case open = "候选"
    case refused = "不符合"
  }

  let project: ProjectFigures
  let standing: Standing
  /// As the register has it; nil when only the rule puts the project forward.
  let state: String?
  /// What the rule rests on, in words.
  let basis: String

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
