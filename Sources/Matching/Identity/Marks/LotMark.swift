/// Parallel parts of a work: lots, areas, buildings, contracts, banks, sections.
enum LotMark {
  static func cut(from text: inout NameText) -> Set<String> { Set(text.cut(match)) }

  /// Cuts out the road stakes that bound a section.
  static func cutChainage(from text: inout NameText) -> Set<String> { Set(text.cut(chainage)) }

  /// K0+000-K8+600, optionally followed by 段.
  private static func chainage(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    guard let first = stake(text, start) else { return nil }
    var index = first.end
    while text[index] == "-" || text[index] == "至" { index += 1 }
    guard let second = stake(text, index) else { return nil }
    let end = text[second.end] == "段" ? second.end + 1 : second.end
    return (end, first.mark + "-" + second.mark)
  }

  private static func stake(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    guard let letter = text[start], letter == "k" || letter == "a" else { return nil }
    var index = letter == "a" ? start + 1 : start
    guard text[index] == "k" else { return nil }
    index += 1
    let digits = index
    while let scalar = text[index], scalar.isDigit || scalar == "+" || scalar == "." { index += 1 }
    guard index > digits else { return nil }
    return (index, NameText(Array(text.scalars[start..<index])).string)
  }

  private static let afterLetter = NameWords(["区", "地块", "座", "栋", "幢", "标段", "标", "段"])
  private static let afterNumber = NameWords([
    "号楼", "号厂房", "号地块", "号车间", "号线", "号井", "号机组", "号炉", "号库", "号馆", "号桥", "标段", "合同段",
    "#楼", "#厂房", "#车间", "#地块", "#机组", "#库", "#", "地块", "组团",
  ])
  private static let sides = NameWords([
    "左岸", "右岸", "东岸", "西岸", "南岸", "北岸", "东段", "西段", "南段", "北段", "中段", "上段", "下段", "东区", "西区",
    "南区", "北区", "东侧", "西侧", "南侧", "北侧",
  ])

  private static func match(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    if let (end, side) = sides.match(in: text, at: start) { return (end, "side \(side)") }
    if let letter = text[start], letter.isLetter, text[start - 1]?.isLetter != true,
      let (end, _) = afterLetter.match(in: text, at: start + 1)
    {
      return (end, "\(letter)")
    }
    if text.has("地块", at: start) || text.has("标段", at: start) { return behind(text, start) }
    let first = text[start] == "第" ? start + 1 : start
    guard text[start - 1]?.isDigit != true, let (end, number) = NameNumeral.match(text, first),
      let (last, _) = afterNumber.match(in: text, at: end)
    else { return nil }
    return (last, "\(number)")
  }

  /// 地块A, 标段2.
  private static func behind(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    let index = start + 2
    if let letter = text[index], letter.isLetter { return (index + 1, "\(letter)") }
    return NameNumeral.match(text, index).map { ($0.end, "\($0.mark)") }
  }
}
