import Intake
import Ledger
import Matching
import Storage

/// A list with the matched project of each row and its sender's earlier statements.
struct MatchedList {
  let understanding: Understanding
  /// The list, with findings from matching added.
  var list: Intake.ProjectList
  let known: KnownProjects
  let matches: [Matcher.Match]
  /// The sender's last statements; `merged` has those under the names of merged projects.
  let said: LastRowDigests
  let merged: MergedNames
  /// The list's speaker, month and ranks.
  let voice: Voice
}

extension ImportPreparation {
  /// Finds the project of each row.
  func match(_ understanding: Understanding, with known: KnownProjects) throws -> MatchedList {
    var list = understanding.list
    let (rows, speaker) = (list.rows, understanding.speaker)
    progress(ImportProgress(stage: .comparing, done: 0, total: rows.count))
    let said = LastRowDigests(
      try store.digests(sender: speaker),
      alike: understanding.sender.isEmpty ? try store.digestsOfUnnamed(besides: speaker) : [])
    let answers = known.answers(in: understanding.catalogue.decisions(of: understanding.sender))
    let merged = try known.mergedNames(speaker, store)
    let marks = try MarkedRows(rows, known, store)
    let matches = try marks.matches(of: rows) { unmarked in
      try known.matcher.matches(of: unmarked, answers: answers, said: said, merged: merged) {
        try operations.interruption.check()
      }
    }
    list.findings.add(marks.findings(in: list))
    return MatchedList(
      understanding: understanding, list: list, known: known, matches: matches, said: said,
      merged: merged,
      voice: Voice(
        speaker: speaker, month: list.month, newest: try store.newestMonth(of: speaker),
        understanding.catalogue))
  }
}
