/// The kind of works: new construction, which names seldom state, or expansion, renewal, relocation, repair.
enum WorksMark: Int {
  case build
  case expand
  case renew
  case move
  case repair

  private static let words = NameWords(groups: [
    ["新建"],
    ["改建扩建", "改扩建", "扩建", "扩能", "扩产", "增资扩产", "扩容"],
    ["技术改造", "技改", "提标改造", "提标", "升级改造", "改造升级", "改造", "改建", "翻新"],
    ["迁建", "搬迁", "异地重建", "易地重建"],
    ["除险加固", "加固", "大修", "维修", "修缮", "修复"],
  ])

  /// Cuts out the works, without `build`, which is implied.
  static func cut(from text: inout NameText) -> Set<WorksMark> {
    Set(text.cut(words).compactMap(WorksMark.init)).subtracting([.build])
  }
}
