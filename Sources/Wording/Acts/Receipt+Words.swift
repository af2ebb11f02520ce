package import Ledger

extension Receipt {
  /// Every outcome with its count, in one line.
  package var sentence: String {
    "共 \(rows.count) 行："
      + Outcome.allCases.map { "\($0.words) \(count($0)) 行" }.joined(separator: "，")
  }
}

extension Receipt.Outcome {
  /// In one word.
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
  /// Why a row waited; nil for one that did not.
  package func reason(of row: Row) -> String? {
    row.held.map { held in held.reason.words(project: held.projects.first.map { "项目 \($0)" }) }
  }

  /// What became of the values of a row, or why it waited, in one line.
  package func details(of row: Row) -> String {
    if let reason = reason(of: row) { return reason }
    if row.outcome == .created { return "" }
    return row.fields.map { $0.words(catalogue) }.joined(separator: "；")
  }

  /// What was said of the list beside its rows, part by part: what was wrong, what was not read, what waited.
  package var parts: [(heading: String, lines: [String])] {
    let findings = notes.all(Finding.self)
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
      part("没有认定的用语", "个", notes.all(OpenWord.self).map(\.words)),
      part("两边都改过、暂保留台账", "处", notes.all(OpenConflict.self).map { $0.words(catalogue) }),
      part("没有导入的列", "列", notes.all(UnreadColumn.self).map(\.words)),
      part("不是项目的行和表", "处", notes.all(UnreadRows.self).map(\.words)),
      part(
        "该单位以前报过、这次没有的", "项",
        notes.all(MissingProject.self).map { "项目 \($0.project)「\($0.name)」" }),
    ].filter { !$0.lines.isEmpty }
  }

  private func part(
    _ name: String, _ unit: String, _ lines: [String]
  ) -> (heading: String, lines: [String]) { ("\(name) \(lines.count) \(unit)", lines) }
}
