/// A number as written in names: 2, 二, Ⅱ, 十二.
enum NameNumeral {
  /// The number that begins at a position, and its end.
  static func match(_ text: NameText, _ start: Int) -> (end: Int, mark: Int)? {
    digits(text, start) ?? chinese(text, start) ?? roman(text, start)
  }

  private static func digits(_ text: NameText, _ start: Int) -> (end: Int, mark: Int)? {
    var end = start
    var number = 0
    while let scalar = text[end], scalar.isDigit, end - start < 6 {
      number = number * 10 + Int(scalar.value - 0x30)
      end += 1
    }
    return end == start ? nil : (end, number)
  }

  private static let ones: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private static func chinese(_ text: NameText, _ start: Int) -> (end: Int, mark: Int)? {
    func one(_ index: Int) -> Int? {
      text[index].flatMap { ones.firstIndex(of: $0) }.map { $0 + 1 }
    }
    if text[start] == "十" {
      return one(start + 1).map { (start + 2, 10 + $0) } ?? (start + 1, 10)
    }
    guard let number = one(start) else { return nil }
    guard text[start + 1] == "十" else { return (start + 1, number) }
    return one(start + 2).map { (start + 3, number * 10 + $0) } ?? (start + 2, number * 10)
  }

  /// Ⅰ to Ⅻ as one character, or letters: i, ii, iii, iv, v.
  private static func roman(_ text: NameText, _ start: Int) -> (end: Int, mark: Int)? {
    guard let first = text[start] else { return nil }
    for base in [UInt32(0x2160), 0x2170] where (base..<base + 12).contains(first.value) {
      return (start + 1, Int(first.value - base) + 1)
    }
    var end = start
    while let scalar = text[end], scalar == "i" || scalar == "v" { end += 1 }
    let letters = NameText(Array(text.scalars[start..<end])).string
    return ["i", "ii", "iii", "iv", "v"].firstIndex(of: letters).map { (end, $0 + 1) }
  }
}
