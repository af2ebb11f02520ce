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
