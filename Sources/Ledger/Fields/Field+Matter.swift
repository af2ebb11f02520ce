extension Field {
  /// What one value of a field that is followed is called: 节点 or 问题.
  package var matterWord: String { self == .problemLog ? "问题" : "节点" }

  /// What it is called when one of them is done.
  package var doneWord: String { self == .problemLog ? "办结" : "完成" }
}
