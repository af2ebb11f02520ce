/// Works that serve another: 配套道路, 管网, 变电站, 征地拆迁, 宿舍, 基础设施.
enum AncillaryMark {
  private static let words = NameWords(groups: [
    ["道路", "连接线", "进场路", "专用线"], ["管网", "管道"], ["变电站", "输变电", "供电"], ["征地", "拆迁"],
    ["宿舍", "倒班楼", "公寓"], ["基础设施"], ["污水处理", "污水厂"], ["供水", "供热", "供气"], ["停车场"], ["绿化"],
    ["场地平整", "土地平整", "三通一平", "五通一平"], ["配套"],
  ])

  /// The kinds of ancillary works that occur in a name.
  static func kinds(in text: NameText) -> Set<Int> { words.numbers(in: text) }

  /// Drops 及配套设施: the main work together with what serves it counts as the main work.
  static func dropAlongside(from text: inout NameText) {
    let scalars = text.scalars
    guard
      let start = scalars.indices.first(where: { index in
        text.has("及", at: index)
          && ["配套", "其配套", "附属", "其附属", "相关配套"].contains { text.has($0, at: index + 1) }
      }), start > 1
    else { return }
    let end = scalars[start...].firstIndex { !$0.isHan } ?? scalars.endIndex
    text = NameText(Array(scalars[..<start] + scalars[end...]))
  }
}
