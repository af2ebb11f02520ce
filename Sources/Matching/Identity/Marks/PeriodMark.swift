/// The year, plan period or batch that a work belongs to: 2026年, 2025-2027年, 十四五, 第二批.
enum PeriodMark {
  static func cut(from text: inout NameText) -> Set<String> {
    Set(text.cut(year) + text.cut(batch) + text.cut(plans).map { "plan \($0)" })
  }

  private static let plans = NameWords(["十三五", "十四五", "十五五", "十六五"])

  private static func year(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    guard text[start - 1]?.isDigit != true, let first = fourDigits(text, start) else { return nil }
    var end = start + 4
    var mark = first
    if let dash = text[end], dash == "-" || dash == "至", let second = fourDigits(text, end + 1) {
      mark += "-" + second
      end += 5
    }
    guard text[end] == "年" else { return nil }
    end += 1
    return (text[end] == "度" ? end + 1 : end, mark)
  }

  private static func fourDigits(_ text: NameText, _ start: Int) -> String? {
    guard text.has("20", at: start), text[start + 2]?.isDigit == true,
      text[start + 3]?.isDigit == true, text[start + 4]?.isDigit != true
    else { return nil }
    return NameText(Array(text.scalars[start..<(start + 4)])).string
  }

  private static func batch(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    let first = text[start] == "第" ? start + 1 : start
    guard let (end, number) = NameNumeral.match(text, first), text[end] == "批" else { return nil }
    return (text[end + 1] == "次" ? end + 2 : end + 1, "batch \(number)")
  }
}
