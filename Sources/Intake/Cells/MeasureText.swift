import Ledger

/// A number with a unit, as people write sums of money, areas and head counts.
///
/// One grammar for all three: thousands separators and blanks inside the number, a bracketed
/// remark or everything from 其中 on ignored, `1亿2000万元` added up, and the words that make a
/// number approximate or a range recognised.
struct MeasureText {
  /// The units allowed in the cell, longest word first.
  let units: [MeasureUnit]

  enum Reading: Equatable {
    /// An exact number; its unit is nil if the cell states none.
    case exact(Measure)
    /// The number of an approximate statement such as 约5亿元 or 10亿元以上.
    case approximate(Measure)
    /// A range such as 3-5亿元: no single number.
    case range
    /// An amount in another currency: never converted.
    case foreign
    case unparsable
  }

  /// `mantissa × 10^exponent` in a unit.
  struct Measure: Equatable {
    let mantissa: Int64
    let exponent: Int
    let unit: MeasureUnit?
  }

  /// Reads a text whose white space is unified.
  func read(_ text: String) -> Reading {
    if let plain = Self.plain(text) { return .exact(plain) }
    let whole = TextFolding.halfWidth(text).filter { !$0.isWhitespace }
    if let negative = negative(whole) { return .exact(negative) }
    var rest = withoutRemarks(whole)
    if Self.foreignMarks.contains(where: { rest.contains($0) }) { return .foreign }
    for mark in Self.currencyMarks { rest = rest.replacing(mark, with: "") }
    if isRange(rest) { return .range }
    if Self.isAddition(rest) { return .unparsable }
    let (bare, isApproximate) = Self.withoutApproximation(rest)
    guard let measure = measure(bare) else { return .unparsable }
    return isApproximate ? .approximate(measure) : .exact(measure)
  }

  /// The number of a text of at most eighteen digits and perhaps a point: most cells of a list that stores
  /// its numbers as text.
  static func plain(_ text: String) -> Measure? {
    var text = text
    return text.withUTF8 { bytes in
      guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
      var mantissa: Int64 = 0
      var point: Int?
      for (place, byte) in bytes.enumerated() {
        switch byte {
        case 0x30...0x39: mantissa = mantissa * 10 + Int64(byte - 0x30)
        case 0x2E where point == nil && bytes.count > 1: point = place
        default: return nil
        }
      }
      return Measure(
        mantissa: mantissa, exponent: point.map { $0 + 1 - bytes.count } ?? 0, unit: nil)
    }
  }

  // MARK: Parts of the grammar

  /// Reads a number with a sign before or after it, or in brackets, as accountants write negatives.
  private func negative(_ text: String) -> Measure? {
    guard let first = text.first, let last = text.last else { return nil }
    var bare: String?
    if Self.minusSigns.contains(first) {
      bare = withoutRemarks(String(text.dropFirst()))
    } else if first == "(", let close = text.firstIndex(of: ")") {
      let inside = text[text.index(after: text.startIndex)..<close]
      let behind = text[text.index(after: close)...]
      let isNumber = inside.first?.isNumber == true && !behind.contains(where: \.isNumber)
      bare = isNumber ? String(inside + behind) : nil
    } else if "-−–".contains(last) {
      bare = String(text.dropLast())
    }
    guard var bare else { return nil }
    for mark in Self.currencyMarks { bare = bare.replacing(mark, with: "") }
    guard let measure = measure(bare), measure.mantissa > 0 else { return nil }
    return Measure(
      mantissa: -measure.mantissa, exponent: measure.exponent, unit: measure.unit)
  }

  private static let minusSigns: Set<Character> = ["-", "−", "–", "▲", "△"]

  private static let foreignMarks = [
    "美元", "美金", "欧元", "港元", "港币", "日元", "英镑", "韩元", "台币", "澳元", "加元", "$", "€",
    "£", "USD", "EUR", "HKD", "JPY", "GBP",
  ]
  private static let currencyMarks = ["人民币", "¥", "￥", "RMB", "CNY"]
  private static let leadingWords = [
    "大约", "大概", "将近", "接近", "超过", "不低于", "不少于", "不超过", "不高于", "不足", "至少", "至多",
    "最多", "最少", "约", "近", "超", "逾", "≥", "≤", "≧", "≦", "＞", "＜", ">=", "<=", ">", "<",
    "~", "≈", "+",
  ]
  private static let trailingWords = ["左右", "上下", "以上", "以下", "以内", "+"]
  private static let rangeMarks: Set<Character> = [
    "-", "~", "—", "–", "―", "−", "〜", "－", "～", "至", "到",
  ]

  /// Drops bracketed remarks, everything from 其中 on, and trailing punctuation.
  ///
  /// A bracket that holds only a unit or a currency is no remark: 5000（万美元）.
  private func withoutRemarks(_ text: String) -> String {
    var result = ""
    var remark = ""
    var depth = 0
    for character in text {
      if character == "(" || character == "[" || character == "【" {
        depth += 1
      } else if depth > 0, character == ")" || character == "]" || character == "】" {
        depth -= 1
        if depth == 0, isUnitAlone(remark) { result += remark }
        if depth == 0 { remark = "" }
      } else if depth == 0 {
        result.append(character)
      } else {
        remark.append(character)
      }
    }
    if let remark = result.firstRange(of: "其中") { result = String(result[..<remark.lowerBound]) }
    while let last = result.last, ",，;；。:、".contains(last) { result.removeLast() }
    return result
  }

  /// Whether a text adds amounts: 3000+2000. A plus at the end says that it is more: 3000+.
  private static func isAddition(_ text: String) -> Bool {
    zip(text, text.dropFirst()).enumerated().contains { place, pair in
      pair.0 == "+" && pair.1.isASCII && pair.1.isNumber && place > 0
    }
  }

  private func isUnitAlone(_ remark: String) -> Bool {
    units.contains { $0.word == remark }
      || Self.foreignMarks.contains { remark.hasSuffix($0) && remark.count <= $0.count + 1 }
  }

  private static func withoutApproximation(_ text: String) -> (String, Bool) {
    var rest = Substring(text)
    var found = false
    var moved = true
    while moved {
      moved = false
      for word in leadingWords where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        (found, moved) = (true, true)
      }
      for word in trailingWords where rest.hasSuffix(word) {
        rest = rest.dropLast(word.count)
        (found, moved) = (true, true)
      }
    }
    // 5亿余元, 10多亿元, 10+亿元: the word is inside, after a digit or a unit.
    let bare = rest.filter { $0 != "余" && $0 != "多" && $0 != "+" }
    return (bare, found || bare.count != rest.count)
  }

  /// Whether the text is two numbers with a range mark between them.
  private func isRange(_ text: String) -> Bool {
    let (bare, _) = Self.withoutApproximation(text)
    guard let mark = bare.dropFirst().firstIndex(where: { Self.rangeMarks.contains($0) })
    else { return false }
    let left = bare[..<mark]
    let right = bare[mark...].drop { Self.rangeMarks.contains($0) }
    return measure(String(left)) != nil && measure(String(right)) != nil
  }

  /// Reads `12,500.00万元` or `1亿2000万元`; nil when anything else is left over.
  private func measure(_ text: String) -> Measure? {
    var rest = Substring(text)
    var parts: [Measure] = []
    while !rest.isEmpty {
      guard let number = Self.takeNumber(&rest) else { return nil }
      let unit = units.first { rest.hasPrefix($0.word) }
      if let unit { rest = rest.dropFirst(unit.word.count) }
      parts.append(Measure(mantissa: number.mantissa, exponent: number.exponent, unit: unit))
    }
    guard let first = parts.first else { return nil }
    return parts.count == 1 ? first : Self.sum(parts)
  }

  /// Takes digits with thousands separators and one point off the front; nil if a separated group has
  /// not three digits, because either mark may then be the decimal point: 1,5亿.
  private static func takeNumber(_ rest: inout Substring) -> (mantissa: Int64, exponent: Int)? {
    var digits = ""
    var isPointBehind = false
    /// The number of digits after the last separator; nil before the first.
    var group: Int?
    var index = rest.startIndex
    while index < rest.endIndex {
      let character = rest[index]
      let next = rest.index(after: index)
      let isSeparator =
        (character == "," || character == "，") && !digits.isEmpty && next < rest.endIndex
        && rest[next].isASCII && rest[next].isNumber
      if (character.isASCII && character.isNumber) || character == "."
        || (character == "-" && digits.isEmpty)
      {
        digits.append(character)
        if character == "." {
          isPointBehind = true
        } else if !isPointBehind, let size = group {
          group = size + 1
        }
      } else if isSeparator {
        guard !isPointBehind, group ?? 3 == 3 else { return nil }
        group = 0
      } else {
        break
      }
      index = next
    }
    guard group ?? 3 == 3, let number = ScaledInteger.parse(digits) else { return nil }
    rest = rest[index...]
    return number
  }

  /// Adds parts of descending units, such as 亿 and 万, in the smallest unit.
  private static func sum(_ parts: [Measure]) -> Measure? {
    var total: Int64 = 0
    var previous: Int?
    for part in parts {
      guard let unit = part.unit, unit.multiplier == 1, part.mantissa >= 0 else { return nil }
      if let previous, unit.exponent >= previous { return nil }
      previous = unit.exponent
      guard
        let scaled = ScaledInteger.rescale(
          mantissa: part.mantissa, exponent: part.exponent + unit.exponent, toExponent: 0)
      else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(scaled)
      guard !overflow else { return nil }
      total = sum
    }
    return Measure(mantissa: total, exponent: 0, unit: MeasureUnit.smallest)
  }
}
