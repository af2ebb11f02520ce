/// The capacity or output of a work: 年产20万套, 500台, 110千伏.
enum CapacityMark {
  /// Cuts out capacities, normalised so that 20万套 is 200000套.
  static func cut(from text: inout NameText) -> Set<String> {
    let capacities = Set(text.cut(match))
    _ = text.cut(leads)
    return capacities
  }

  private static let leads = NameWords([
    "年产能", "年产", "年处理", "日处理", "年加工", "日加工", "日产", "年出栏", "总装机", "装机容量", "装机",
  ])
  private static let multiples = NameWords(["百", "千", "万", "亿"])
  private static let powers = [2, 3, 4, 8]
  private static let units: [String] = [
    "立方米", "平方米", "平方公里", "公里", "千瓦时", "千瓦", "兆瓦时", "兆瓦", "千伏安", "千伏", "吨", "台套", "台", "套", "件",
    "架", "根", "袋", "只", "支", "片", "盒", "瓶", "辆", "头", "羽", "床", "张", "座", "亩", "米", "箱", "双", "条",
    "块", "组",
    "户", "人", "个", "瓦", "锭", "平米", "公顷", "尾", "株", "副", "枚", "卷", "罐", "包", "粒", "剂", "gwh", "mwh",
    "kwh",
    "mwp", "mw", "gw", "kw", "kva", "kv",
  ]
  private static let unitWords = NameWords(units)

  private static func match(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    guard let first = text[start], first.isDigit, text[start - 1]?.isLetter != true else {
      return nil
    }
    var index = start
    var digits: [Unicode.Scalar] = []
    var decimals: Int?
    while let scalar = text[index], scalar.isDigit || scalar == "." && decimals == nil {
      if scalar == "." { decimals = 0 } else { digits.append(scalar) }
      if scalar != ".", let count = decimals { decimals = count + 1 }
      index += 1
    }
    var power = -(decimals ?? 0)
    while let (end, multiple) = multiples.match(in: text, at: index) {
      power += powers[multiple]
      index = end
    }
    if text[index] == "余" { index += 1 }
    guard let (end, unit) = unit(text, index, isCertain: index > start + digits.count) else {
      return nil
    }
    let last = text.has("/年", at: end) || text.has("/日", at: end) ? end + 2 : end
    while digits.count > 1, digits.last == "0" {
      digits.removeLast()
      power += 1
    }
    return (last, NameText(digits).string + "e\(power)" + unit)
  }

  /// A unit word; after 万 or 亿 any character counts as one.
  private static func unit(
    _ text: NameText, _ start: Int, isCertain: Bool
  ) -> (end: Int, name: String)? {
    if let (end, unit) = unitWords.match(in: text, at: start) { return (end, units[unit]) }
    guard isCertain, let scalar = text[start], scalar.isHan else { return nil }
    return (start + 1, String(Character(scalar)))
  }
}
