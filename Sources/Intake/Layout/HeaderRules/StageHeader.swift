import Ledger

/// 状态, 项目状态 and 建设状态 tell the stage; condition words among their cells go to the condition.
enum StageHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let leaf = HeaderLabel.comparable(path.leaf)
    let isState = ["状态", "当前状态", "项目状态", "建设状态", "当前项目状态"].contains(leaf)
    return isState ? .field(.stage) : nil
  }
}
