import Intake
package import Ledger

extension Receipt {
  /// The count of every outcome, in one line.
  package var sentence: String {
    "共 \(rows.count) 行："
      + Outcome.allCases.map { "\($0.words) \(count($0)) 行" }.joined(separator: "，")
  }
}

extension Receipt.Outcome {
  /// The outcome in one word.
  package var words: String {
    switch self {
    case .created: "新增"
    case .updated: "变更"
    case .unchanged: "不变"
    case .review: "待核"
    case .rejected: "不能导入"
    }
  }
}

extension Receipt {
  /// Why a row waits; nil if it does not.
  package func reason(of row: Row) -> String? {
    row.held.map { held in held.reason.words(project: held.projects.first.map { "项目 \($0)" }) }
  }

  /// The changes to the values of a row, or why it waits, in one line.
  package func details(of row: Row) -> String {
    if let reason = reason(of: row) { return reason }
    if row.outcome == .created { return "" }
    return row.fields.map { $0.words(catalogue) }.joined(separator: "；")
  }

  /// The notes besides the rows, part by part: what was wrong, what was not read, what waited.
  package var parts: [(heading: String, lines: [String])] {
    let findings = notes.all(Finding.self)
    let conflicts = notes.all(OpenConflict.self)
    let errors = findings.count { $0.severity == .error }
    return [
      (
        "问题 \(findings.count) 处（错误 \(errors)，提醒 \(findings.count - errors)）",
        FindingGroup.groups(of: findings).map { group in
          let suggestion = group.suggestion(catalogue)
          return
            "\(group.severity == .error ? "✗" : "!") \(group.whereabouts)：\(group.sentence(catalogue))"
            + (suggestion.isEmpty ? "" : " → \(suggestion)")
        }
      ),
      part("没有认定的用语", "个", notes.all(UnresolvedTerm.self).map(\.words)),
      part("两边都改过、暂保留台账", "处", conflicts.filter(\.senders.isEmpty).map { $0.words(catalogue) }),
      part(
        "与归口单位所报不同、暂保留台账", "处",
        conflicts.filter { !$0.senders.isEmpty }.map { $0.words(catalogue) }),
      part(
        "别的单位报的月份更晚、台账不改", "处", asides(.outdated)),
      part("与名次相同的单位所报不同、以后到的为准", "处", asides(.equals)),
      part("空格要求清空、该单位没有报过、不清", "处", asides(.blank)),
      part("版式与该单位上次的不同", "处", layoutDifferences),
      part("没有导入的列", "列", notes.all(UnreadColumn.self).map(\.words)),
      part("不是项目的行和表", "处", notes.all(UnreadRows.self).map(\.words)),
      part(
        "该单位以前报过、这次没有的", "项",
        notes.all(MissingProject.self).map { "项目 \($0.project)「\($0.name)」" }),
    ].filter { !$0.lines.isEmpty }
  }

  private func asides(_ reason: Aside.Reason) -> [String] {
    notes.all(Aside.self).filter { $0.reason == reason }.map { $0.words(catalogue) }
  }

  /// What the list's columns were not like in the sender's last list, table by table.
  package var layoutDifferences: [String] {
    notes.all(LayoutNote.self).compactMap { note in
      LayoutDifference(note: note.difference).map { difference in
        (note.sheet.isEmpty ? "" : "工作表「\(note.sheet)」") + difference.words(catalogue)
      }
    }
  }

  /// A note that the list was of an earlier month, with the consequences; nil if it was not.
  package var olderWords: String? {
    guard let newest = olderThan, let month = entry.source?.month else { return nil }
    return month.wordsOfOlderList(than: newest)
  }

  private func part(
    _ name: String, _ unit: String, _ lines: [String]
  ) -> (heading: String, lines: [String]) { ("\(name) \(lines.count) \(unit)", lines) }
}

extension Period {
  /// A note that a list of this month comes after one of a later month, with the consequences.
  package func wordsOfOlderList(than newest: Period) -> String {
    "该单位已报到 \(newest.text)，这份清单截至 \(text)：已有的值一律不改，只补台账还没有的当月、当期数"
  }
}
