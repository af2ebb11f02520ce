/// Phases (期次): 一期, （二期）, 第3期, Ⅰ期, 首期, 一二期.
enum PhaseMark {
  static func cut(from text: inout NameText) -> Set<Int> {
    Set(text.cut(match).flatMap { $0 })
  }

  private static func match(_ text: NameText, _ start: Int) -> (end: Int, mark: [Int])? {
    if text.has("首期", at: start) { return (start + 2, [1]) }
    var index = text[start] == "第" ? start + 1 : start
    var phases: [Int] = []
    while let (end, number) = NameNumeral.match(text, index) {
      phases.append(number)
      index = end
      if let next = text[index], next == "、" || next == "," || next == "和" { index += 1 }
    }
    guard !phases.isEmpty, text[index] == "期",
      !["间", "限", "货", "刊"].contains(text[index + 1])
    else { return nil }
    return (index + 1, phases)
  }
}
