import Ledger

/// 状态, 项目状态 and 建设状态 tell the stage; condition words among their cells go to the condition.
/// Beside a column of stages they tell the condition alone.
enum StageHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    isState(path.leaf) ? .field(.stage) : nil
  }

  /// Whether a label asks for the state of works and says of nothing else.
  static func isState(_ leaf: String) -> Bool {
    guard leaf.hasSuffix("状态") else { return false }
    var kind = HeaderLabel.comparable(leaf).dropLast(2)
    for word in ["目前", "当前", "现在", "项目", "建设", "工程", "所处"] {
      if kind.hasPrefix(word) { kind = kind.dropFirst(word.count) }
      if kind.hasSuffix(word) { kind = kind.dropLast(word.count) }
    }
    return kind.isEmpty
  }
}
