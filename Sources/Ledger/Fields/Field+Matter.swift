extension Field {
  /// The Chinese word for one value of a followed field: 节点 or 问题.
  package var matterWord: String { self == .problemLog ? "问题" : "节点" }

  /// The Chinese word for its completion.
  package var doneWord: String { self == .problemLog ? "办结" : "完成" }
}
