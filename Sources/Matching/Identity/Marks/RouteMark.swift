/// The two ends of a road, river or line: A至B, which equals B至A.
struct RouteMark: Hashable, Sendable {
  let ends: [String]

  /// Whether both name the same two places, one perhaps more fully (钦州, 钦州港).
  func agrees(with other: RouteMark) -> Bool {
    zip(ends, other.ends).allSatisfy { $0 == $1 || $0.hasPrefix($1) || $1.hasPrefix($0) }
  }

  static func cut(from text: inout NameText) -> RouteMark? {
    guard let middle = text.scalars.firstIndex(where: { $0 == "至" || $0 == "到" }) else {
      return nil
    }
    let left = leftEnd(text, middle)
    let right = rightEnd(text, middle)
    guard left.count >= 2, right.count >= 2 else { return nil }
    var scalars = text.scalars
    scalars.replaceSubrange(
      left.lowerBound..<right.upperBound, with: CollectionOfOne(NameText.gap))
    let ends = [left, right].map { name(text, $0) }.sorted()
    text = NameText(scalars)
    return RouteMark(ends: ends)
  }

  private static let before: Set<Unicode.Scalar> = ["线", "路", "从", "由", "自", "县", "市"]
  private static let behind = NameWords([
    "公路", "道路", "高速", "铁路", "快速", "一级", "二级", "三级", "四级", "路", "段", "线", "产业", "旅游", "三产", "连接",
    "输", "供", "引", "改", "扩", "新建", "通村", "通乡", "航道", "管", "河",
  ])

  private static func leftEnd(_ text: NameText, _ middle: Int) -> Range<Int> {
    var start = middle
    while start > 0, middle - start < 6, let scalar = text[start - 1], scalar.isHan,
      !before.contains(scalar)
    { start -= 1 }
    return start..<middle
  }

  private static func rightEnd(_ text: NameText, _ middle: Int) -> Range<Int> {
    var end = middle + 1
    while let scalar = text[end], scalar.isHan, end - middle < 7,
      end - middle < 3 || behind.match(in: text, at: end) == nil
    { end += 1 }
    return (middle + 1)..<end
  }

  private static let townForms: Set<Unicode.Scalar> = ["镇", "乡", "村", "屯"]

  private static func name(_ text: NameText, _ range: Range<Int>) -> String {
    var scalars = Array(text.scalars[range])
    if scalars.count > 2, let last = scalars.last, townForms.contains(last) { scalars.removeLast() }
    return NameText(scalars).string
  }
}
