import Ledger

/// 状态, 项目状态 and 建设状态 are the stage; condition words in their cells set the condition. Beside a
/// column of stages they are the condition.
enum StageHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    isState(path.leaf, path.words) ? .field(.stage) : nil
  }

  /// Whether a label is the state of a project and nothing else.
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
