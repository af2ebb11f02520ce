import Ledger
import Operations
import Wording

extension Reply {
  /// The sentence, and behind it what may be done next.
  var line: String { sentence + (next.map { $0.words } ?? "") }
}

extension EditOutcome {
  /// What a hand edit did.
  var reply: Reply {
    guard let entry, let project else { return .nothingToWrite }
    return .edited(
      project: project, values: changes.count, isNew: entry.counts.created > 0,
      entry: entry.number)
  }
}

extension EditOutcome {
  /// Says what a hand edit did, and what of it should be looked at.
  func answer(at desk: LedgerDesk) throws {
    // Noted first: nothing can keep it from whoever reads the answer.
    if !findings.isEmpty {
      for remark in try remarks(desk.catalogue()) { Terminal.note("请核对：" + remark) }
    }
    try Terminal.answer(reply.line, act: .of(entry))
  }
}

extension MatterOutcome {
  /// What an act made of a milestone or problem.
  var reply: Reply {
    guard let entry = edit.entry else { return .nothingToWrite }
    return .followed(
      summary: entry.reason ?? "", state: matter?.words(of: field, catalogue) ?? "",
      entry: entry.number)
  }
}

extension SplitOutcome {
  /// What became of the parts of a package.
  func reply(isSplit: Bool) -> Reply {
    guard let entry else { return .nothingToWrite }
    return .parts(parts, arePartsOf: package, isSplit: isSplit, entry: entry.number)
  }
}
