/// Findings about figures that contradict each other, or the sender's earlier ones.
extension FindingMeaning {
  static let doneOverTotal = warning(.apart(most: 5)) {
    "\($0.label)\($0.quoted)超过总投资\($0.otherSum)\($0.withEarlier)，已按原数导入。"
  } remedy: { _ in
    "请核对总投资和完成投资，或先调整总投资。"
  }

  static let doneDecreases = warning(.apart(most: 5)) {
    "\($0.label)\($0.quoted)小于此前\($0.candidates.last.map { "（\($0)）" } ?? "")的累计数\($0.otherSum)，已按原数导入。"
  } remedy: { _ in
    "请核对累计数；如有核减，请在当月完成数中用负数写明。"
  }

  static let doneNotSum = warning(.apart(most: 5)) {
    "\($0.label)\($0.quoted)不等于上月累计加本月完成\($0.other.map { "的 \($0) 万元" } ?? "")，已按原数导入。"
  } remedy: { _ in
    "请核对本月完成和累计完成。"
  }

  /// A stage contradicted by figures; the candidates name these.
  static let stageContradicts = warning(.apart(most: 5)) {
    let against = $0.other ?? "其他各列"
    return $0.field?.field == .stage
      ? "阶段\($0.quoted)与\(against)矛盾，已按原样导入。" : "\(against)与所处阶段矛盾，已按原样导入。"
  } remedy: { _ in
    "请核对项目阶段、完成投资和计划开工时间。"
  }
}

extension FindingWords {
  fileprivate var otherSum: String { other.map { " \($0) 万元" } ?? "" }

  /// The note that investment completed before the year is included.
  fileprivate var withEarlier: String {
    candidates.count > 1 ? "（含以前年度 \(candidates[1]) 万元）" : ""
  }
}
