import Ledger
import Operations
import Wording

extension Reply {
  /// The sentence, followed by what can be done next.
  var line: String { sentence + (next.map { $0.words } ?? "") }
}

extension EditOutcome {
  /// The result of a hand edit.
  var reply: Reply {
    guard let entry, let project else { return .nothingToWrite }
    return .edited(
      project: project, values: changes.count, isNew: entry.counts.created > 0,
      entry: entry.number)
  }
}

extension EditOutcome {
  /// Prints the result of a hand edit, and findings to be checked.
  func answer(at operations: LedgerOperations) throws {
    // Noted first, so that the reader of the answer has certainly seen it.
    if !findings.isEmpty {
      for remark in try remarks(operations.catalogue()) { Terminal.note("请核对：" + remark) }
    }
    try Terminal.answer(reply.line, act: .of(entry))
  }
}

extension MatterOutcome {
  /// The result of an act on a milestone or problem.
  var reply: Reply {
    guard let entry = edit.entry else { return .nothingToWrite }
    return .followed(
      summary: entry.reason ?? "", state: matter?.words(of: field, catalogue) ?? "",
      entry: entry.number)
  }
}

extension SplitOutcome {
  /// The result of an act on the parts of a package.
  func reply(isSplit: Bool) -> Reply {
    guard let entry else { return .nothingToWrite }
    return .parts(parts, arePartsOf: package, isSplit: isSplit, entry: entry.number)
  }
}
