package import Ledger
import Matching

extension PendingID.Kind {
  /// The name of the kind.
  package var words: String {
    switch self {
    case .row: "待核的行"
    case .word: "未认定的用语"
    case .header: "未识别的列"
    case .conflict: "两边都改过"
    case .difference: "各方不一"
    case .duplicate: "可能重复"
    case .list: "未到的清单"
    case .missing: "不再报的项目"
    }
  }

  /// The kind with this identifier or name.
  package init?(named text: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == text || $0.words == text })
    else { return nil }
    self = kind
  }
}

extension DuplicateCandidate {
  /// Why the two may be one: 请认定，56 分：只有县区不同.
  package var sentence: String {
    Self.sentence(reason: reason, score: score, isSure: isSure)
  }

  fileprivate static func sentence(reason: String, score: Int, isSure: Bool) -> String {
    "\(isSure ? "应是同一个" : "请认定")，\(score) 分：\(Judgement.Reason.words(ofIdentifier: reason))"
  }
}

extension PendingItem {
  /// Why it waits, in one sentence. `name` returns the name of a project.
  package func reason(_ catalogue: Catalogue, name: (ProjectID) -> String?) -> String {
    switch matter {
    case .row(let reason): reason.words(project: named(project, name))
    case .word(let word): Self.words(word)
    case .header(let column): Self.words(column)
    case .conflict:
      "\(key.map { ValueWords.shownLabel($0, catalogue) } ?? "")：清单和台账都改过，暂保留台账"
    case .difference:
      "\(key.map { ValueWords.shownLabel($0, catalogue) } ?? "")：报送单位的说法与台账不同，暂保留台账"
    case .duplicate(let reason, let score, let isSure):
      DuplicateCandidate.sentence(reason: reason, score: score, isSure: isSure)
    case .list(let month, let last):
      "\(month.monthWords)的清单没有到，最近一份截至\(last.monthWords)"
    case .missing: "最近一份清单里没有它"
    }
  }

  private func named(_ project: ProjectID?, _ name: (ProjectID) -> String?) -> String? {
    project.map { " \($0)「\(name($0) ?? "")」" }
  }

  private static func words(_ word: UnresolvedTerm) -> String {
    let fields = word.fields.map(\.label).joined(separator: "、")
    let nearest = word.nearest.isEmpty ? "" : "；是否“\(word.nearest.joined(separator: "”“"))”"
    return "\(fields) \(word.cells.count) 处不知道指什么\(nearest)"
  }

  private static func words(_ column: UnreadColumn) -> String {
    let samples = column.samples.isEmpty ? "" : "，如 \(column.samples.joined(separator: "、"))"
    let nearest = column.nearest.map(\.label).joined(separator: "、")
    return "\(column.letters) 列未导入\(samples)\(nearest.isEmpty ? "" : "；是否\(nearest)")"
  }

  /// The values of a side, in one line: 清单：总投资 500 万元.
  package func words(of side: Side, _ catalogue: Catalogue) -> String {
    let says = side.says.entries.map { entry in
      let text = ValueWords.text(entry.value, field: entry.key.field, catalogue)
      return entry.key.field == .name
        ? text : "\(ValueWords.shownLabel(entry.key, catalogue)) \(text)"
    }
    let party =
      switch side.party {
      case .list: "清单"
      case .ledger: "台账"
      case .project(let project): "项目 \(project)"
      }
    return "\(party)：\(says.isEmpty ? "（空）" : says.joined(separator: "，"))"
  }
}

extension Period {
  /// The month in words: 2026年3月.
  fileprivate var monthWords: String { "\(year)年\(lastMonth)月" }
}
