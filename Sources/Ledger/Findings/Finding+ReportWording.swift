/// The words of findings about figures that contradict each other, or what the sender said before.
extension Finding {
  func sentenceAboutReport(_ label: String, _ quoted: String, _ other: String?) -> String {
    switch code {
    case .doneOverTotal:
      "\(label)\(quoted)超过总投资\(other.map { " \($0) 万元" } ?? "")\(withEarlier)，已按原数导入。"
    case .doneDecreases:
      "\(label)\(quoted)小于此前\(candidates.last.map { "（\($0)）" } ?? "")的累计数\(other.map { " \($0) 万元" } ?? "")，已按原数导入。"
    case .doneNotSum:
      "\(label)\(quoted)不等于上月累计加本月完成\(other.map { "的 \($0) 万元" } ?? "")，已按原数导入。"
    default: sentenceAboutStage(quoted, other)
    }
  }

  /// A stage that its figures contradict: `candidates` name what does.
  private func sentenceAboutStage(_ quoted: String, _ other: String?) -> String {
    let against = other ?? "其他各列"
    return field?.field == .stage
      ? "阶段\(quoted)与\(against)矛盾，已按原样导入。" : "\(against)与所处阶段矛盾，已按原样导入。"
  }

  var suggestionAboutReport: String {
    switch code {
    case .doneOverTotal: "请核对总投资和完成投资，或先调整总投资。"
    case .doneDecreases: "请核对累计数；如有核减，请在当月完成数中用负数写明。"
    case .doneNotSum: "请核对本月完成和累计完成。"
    default: "请核对项目阶段、完成投资和计划开工时间。"
    }
  }

  /// Done before the year counts along.
  private var withEarlier: String { candidates.count > 1 ? "（含以前年度 \(candidates[1]) 万元）" : "" }
}
