import Ledger

/// 状态, 项目状态 and 建设状态 tell the stage; condition words among their cells go to the condition.
/// Beside a column of stages they tell the condition alone.
enum StageHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    isState(path.leaf, path.words) ? .field(.stage) : nil
  }

  /// Whether a label asks for the state of works and says of nothing else.
  static func isState(_ leaf: String, _ words: HeaderWords) -> Bool {
    guard let state = words[.stageState].first(where: { leaf.hasSuffix($0) }) else { return false }
    var kind = HeaderLabel.comparable(leaf).dropLast(state.count)
    for word in words[.stageStateOf] {
      if kind.hasPrefix(word) { kind = kind.dropFirst(word.count) }
      if kind.hasSuffix(word) { kind = kind.dropLast(word.count) }
    }
    return kind.isEmpty
  }
}
