extension NumberFormat {
  /// A format code's effect on numbers, section by section (ECMA-376 §18.8.31); nil where it displays
  /// every number unchanged.
  static func displays(of code: String) -> NumberDisplays? {
    var scanner = DisplayScanner(code)
    var sections: [DisplaySection] = []
    while let section = scanner.nextSection() { sections.append(section) }
    sections.removeAll(where: \.isText)
    return sections.contains { !$0.display.isPlain } ? NumberDisplays(sections) : nil
  }
}

/// The sections of a number format that displays numbers changed.
struct NumberDisplays {
  private let sections: [DisplaySection]

  fileprivate init(_ sections: [DisplaySection]) { self.sections = sections }

  /// The format's effect on a number; nil where it is displayed unchanged.
  func display(of number: DecimalNumber) -> NumberDisplay? {
    let display = section(for: number)?.display
    return display.flatMap { $0.isPlain ? nil : $0 }
  }

  /// The section whose condition holds, else the one for the number's sign.
  private func section(for number: DecimalNumber) -> DisplaySection? {
    if sections.contains(where: { $0.condition != nil }) {
      let last = sections.indices.last
      return sections.enumerated().first { index, section in
        section.condition?.holds(for: number) ?? (index == last || number.mantissa > 0)
      }?.element
    }
    if number.mantissa < 0, sections.count > 1 { return sections[1] }
    return number == .zero && sections.count > 2 ? sections[2] : sections.first
  }
}

/// One section of a number format.
private struct DisplaySection {
  var condition: DisplayCondition?
  var display = NumberDisplay(byte: 0)
  /// Whether it is the section for texts.
  var isText = false
}

/// The condition of a section, such as `[>=100000000]`.
struct DisplayCondition {
  private let sign: Substring
  private let limit: DecimalNumber

  init?(_ bracket: String) {
    sign = bracket.prefix { "<>=".contains($0) }
    guard !sign.isEmpty, let limit = DecimalNumber(bracket.dropFirst(sign.count)) else {
      return nil
    }
    self.limit = limit
  }

  func holds(for number: DecimalNumber) -> Bool {
    let (number, limit) = (number.double, limit.double)
    return switch sign {
    case "<": number < limit
    case "<=": number <= limit
    case ">": number > limit
    case ">=": number >= limit
    case "=": number == limit
    default: number != limit
    }
  }
}

/// Parses the sections of a format code for their effect on numbers.
private struct DisplayScanner {
  private let code: [Character]
  private var index = 0
  private var section = DisplaySection()
  private var words = ""
  private var zeros = 0
  private var commas = 0
  private var scale = 0
  private var hasDigits = false
  private var isBehindPoint = false
  private var isBehindLiteralPoint = false
  /// Whether it is a percentage, fraction or power, which no sum of money is.
  private var isOther = false

  init(_ code: String) { self.code = Array(code) }

  /// The next section; nil at the end.
  mutating func nextSection() -> DisplaySection? {
    guard index < code.count else { return nil }
    section = DisplaySection()
    (words, zeros, commas, scale) = ("", 0, 0, 0)
    (hasDigits, isBehindPoint, isBehindLiteralPoint, isOther) = (false, false, false, false)
    while index < code.count {
      let character = code[index]
      index += 1
      if character == ";" { break }
      read(character)
    }
    close()
    return section
  }

  private mutating func read(_ character: Character) {
    switch character {
    case "\"": literal(take(upTo: "\""))
    case "\\", "!": literal(next().map(String.init) ?? "")
    case "_", "*": _ = next()
    case "[":
      let bracket = take(upTo: "]")
      section.condition = section.condition ?? DisplayCondition(bracket)
    case "0", "#", "?": digit(character)
    case ",": if hasDigits { commas += 1 }
    case ".":
      settleCommas()
      isBehindPoint = true
    case "@": section.isText = true
    case "%", "/", "E", "e": isOther = true
    case "G":
      // General, or 通用格式 as Chinese programs write it.
      for word in ["eneral", "/\u{901A}\u{7528}\u{683C}\u{5F0F}"]
      where code[index...].starts(with: word) {
        index += word.count
        hasDigits = true
      }
    default: literal(String(character))
    }
  }

  private mutating func digit(_ character: Character) {
    // A comma between digits groups thousands.
    commas = 0
    hasDigits = true
    if isBehindLiteralPoint { scale += 1 }
    if character == "0", !isBehindPoint { zeros += 1 }
    words = ""
  }

  private mutating func literal(_ text: String) {
    settleCommas()
    guard hasDigits else { return }
    let isPoint = (text == "." || text == "．") && !isBehindPoint
    if isPoint { isBehindLiteralPoint = true } else { words += text }
  }

  /// Each comma after the digits divides by a thousand.
  private mutating func settleCommas() {
    scale += 3 * commas
    commas = 0
  }

  private mutating func close() {
    settleCommas()
    if isOther || section.isText { return }
    let unit = NumberDisplay.Unit(words: words.filter { !$0.isWhitespace })
    if scale > 0 || unit != nil {
      section.display = NumberDisplay(scale: scale, unit: unit)
    } else if zeros > 1 {
      section.display = NumberDisplay(digits: zeros)
    }
  }

  private mutating func next() -> Character? {
    guard index < code.count else { return nil }
    index += 1
    return code[index - 1]
  }

  private mutating func take(upTo mark: Character) -> String {
    let start = index
    while index < code.count, code[index] != mark { index += 1 }
    defer { index += 1 }
    return String(code[start..<index])
  }
}
