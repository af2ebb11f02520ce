import Ledger

/// One label of a header in comparable form.
struct HeaderLabel: Hashable {
  /// The label in half width, without white space, asterisks and numbering; brackets kept.
  let text: String
  /// `text` without bracketed hints.
  let bare: String
  /// The unit the label states, of money, land or people.
  let unit: MeasureUnit?
  /// Whether it states a foreign currency.
  let isForeignCurrency: Bool

  init(_ source: String) {
    let folded = TextFolding.halfWidth(source)
      .filter { !$0.isWhitespace && $0 != "*" && $0 != "\u{200B}" }
    let plain = Self.withUnitsInBrackets(folded).trimmingSuffixes(of: [":", "："])
    let numbered = Self.withoutNumbering(Self.withoutTranslation(plain))
    let (bare, hints) = Self.splitHints(numbered)
    let stated = hints.lazy.compactMap { Self.unit(inHint: $0) }.first
    let (core, suffixUnit) = Self.splitUnit(bare)
    text = stated == nil ? numbered : Self.withoutUnitHints(numbered)
    self.bare = core
    unit = stated ?? suffixUnit
    isForeignCurrency = (hints + [core]).contains { hint in
      ["美元", "欧元", "港元", "日元", "美金", "港币"].contains { hint.hasSuffix($0) }
    }
  }

  /// Whether the label only states a unit.
  var isUnitOnly: Bool { bare.isEmpty && (unit != nil || isForeignCurrency) }

  var isEmpty: Bool { text.isEmpty }

  /// The label as displayed: without hints, unless fewer than two characters remain (县（区）).
  var words: String { bare.count < 2 ? text : bare }

  /// The label's only bracketed hint beside other words; nil if there is none, or several.
  var inBrackets: String? {
    let (bare, hints) = Self.splitHints(text)
    return bare.isEmpty || hints.count != 1 || hints[0].isEmpty ? nil : hints[0]
  }

  /// The text without words that do not change a label's meaning.
  static func comparable(_ text: String) -> String {
    let result = fillers.removed(from: text)
    return result.isEmpty ? text : result
  }

  private static let fillers = WordList(["目前", "主要", "措施", "有关", "的"])

  // MARK: Parts of a label

  /// Drops the English beside Chinese words: 项目名称 Project Name, No. 序号. Acronyms, which have no
  /// lower-case letters, are part of the Chinese: PPP项目.
  private static func withoutTranslation(_ text: String) -> String {
    guard text.contains(where: \.isSmallLatin), !text.allSatisfy(\.isASCII) else { return text }
    var kept = ""
    var english = ""
    var depth = 0
    for character in text + "\u{0}" {
      if character.isASCII, character.isLetter || ".&'-/,".contains(character) {
        english.append(character)
        continue
      }
      let isBeside = kept.isEmpty ? !character.isASCII : character == "\u{0}" || character == "("
      let isTranslation =
        isBeside && depth == 0 && english.count(where: \.isLetter) > 1
        && english.contains(where: \.isSmallLatin)
      if !isTranslation { kept += english }
      english = ""
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character != "\u{0}" { kept.append(character) }
    }
    return kept
  }

  /// Drops `1.`, `一、`, `（一）` at the front.
  private static func withoutNumbering(_ text: String) -> String {
    var rest = text[...]
    let isBracketed = rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let digits = rest.prefix { "一二三四五六七八九十".contains($0) || ($0.isASCII && $0.isNumber) }
    guard !digits.isEmpty, digits.count <= 3 else { return text }
    rest = rest.dropFirst(digits.count)
    if isBracketed {
      guard rest.first == ")" else { return text }
      return rest.count > 1 ? String(rest.dropFirst()) : text
    }
    guard rest.first == "、" || rest.first == ".", rest.count > 1 else { return text }
    return String(rest.dropFirst())
  }

  private static func splitHints(_ text: String) -> (bare: String, hints: [String]) {
    var bare = ""
    var hints: [String] = []
    var depth = 0
    for character in text {
      switch character {
      case "(", "[", "【", "〔":
        if depth == 0 { hints.append("") } else { hints[hints.count - 1].append(character) }
        depth += 1
      case ")", "]", "】", "〕":
        depth = max(0, depth - 1)
        if depth > 0 { hints[hints.count - 1].append(character) }
      default:
        if depth == 0 { bare.append(character) } else { hints[hints.count - 1].append(character) }
      }
    }
    return (bare, hints)
  }

  /// Writes a unit in any kind of bracket into round ones: 总投资〈亿元〉.
  private static func withUnitsInBrackets(_ text: String) -> String {
    guard text.contains(where: { unusualBrackets[$0] != nil }) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(where: { unusualBrackets[$0] != nil }) {
      result += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      if let close = inside.firstIndex(where: { $0 == unusualBrackets[rest[open]] }),
        unit(inHint: String(inside[..<close])) != nil
      {
        result += "(" + inside[..<close] + ")"
        rest = inside[inside.index(after: close)...]
      } else {
        result.append(rest[open])
        rest = inside
      }
    }
    return result + rest
  }

  private static let unusualBrackets: [Character: Character] = [
    "〈": "〉", "《": "》", "<": ">", "{": "}", "「": "」", "『": "』", "〖": "〗", "“": "”", "﹙": "﹚",
    "﹝": "﹞", "\"": "\"",
  ]

  private static func unit(inHint hint: String) -> MeasureUnit? {
    var words = hint.split { "、,，;；/".contains($0) }.map(String.init)
    words = words.map { $0.trimmingPrefixes(of: ["人民币"]) }.map { word in
      for lead in ["计量单位", "金额单位", "单位"] where word.hasPrefix(lead) {
        return word.dropFirst(lead.count).trimmingPrefixes(of: [":", "："])
          .trimmingPrefixes(of: ["人民币"])
      }
      return word
    }
    return words.lazy.compactMap { allUnits[$0] }.first ?? moneyUnit(within: hint)
  }

  /// The unit of money within a hint: 折合亿元, 以万元为单位, 亿人民币. A limit states none: 5000万元以上.
  private static func moneyUnit(within hint: String) -> MeasureUnit? {
    let isOwnCurrency = hint.containsAny(["人民币", "RMB"])
    for (word, short) in [("亿元", "亿"), ("万元", "万"), ("千元", "千")] {
      guard
        let found = hint.firstRange(of: word) ?? (isOwnCurrency ? hint.firstRange(of: short) : nil)
      else { continue }
      let (before, after) = (hint[..<found.lowerBound], hint[found.upperBound...])
      let isAmount = before.last.map { $0.isNumber || "几数百千万上超".contains($0) } ?? false
      let isLimit = ["以上", "以下", "及以", "级", "项目", "产业"].contains { after.hasPrefix($0) }
      return isAmount || isLimit ? nil : allUnits[word]
    }
    return nil
  }

  /// Splits the unit off the end of a label without brackets: 总投资万元, 单位:万元.
  private static func splitUnit(_ bare: String) -> (String, MeasureUnit?) {
    for lead in ["计量单位:", "金额单位:", "单位:"] where bare.hasPrefix(lead) {
      let word = String(bare.dropFirst(lead.count))
      if let unit = allUnits[word] { return ("", unit) }
    }
    if let unit = allUnits[bare] { return ("", unit) }
    for word in ["亩", "平方米", "公顷", "人"] where bare.hasSuffix("/" + word) {
      if let unit = allUnits[word] { return (String(bare.dropLast(word.count + 1)), unit) }
    }
    let own = bare.hasSuffix("元人民币") ? String(bare.dropLast(3)) : bare
    for word in ["亿元", "万元", "千元"] where own.hasSuffix(word) {
      let core = String(own.dropLast(word.count)).trimmingSuffixes(of: [":", ",", "，", "-", "/"])
      return (core, allUnits[word])
    }
    return (bare, nil)
  }

  private static func withoutUnitHints(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let hint = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      if unit(inHint: hint) == nil { result += rest[open...close] }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static let allUnits: [String: MeasureUnit] = Dictionary(
    (MeasureUnit.money + MeasureUnit.land + MeasureUnit.people).map { ($0.word, $0) },
    uniquingKeysWith: { first, _ in first })
}

extension Character {
  fileprivate var isSmallLatin: Bool { isASCII && isLowercase }
}

extension StringProtocol {
  /// The text without the first prefix that it has.
  func trimmingPrefixes(of prefixes: [String]) -> String {
    for prefix in prefixes where hasPrefix(prefix) { return String(dropFirst(prefix.count)) }
    return String(self)
  }

  /// The text without the first suffix that it has.
  func trimmingSuffixes(of suffixes: [String]) -> String {
    for suffix in suffixes where hasSuffix(suffix) { return String(dropLast(suffix.count)) }
    return String(self)
  }
}
