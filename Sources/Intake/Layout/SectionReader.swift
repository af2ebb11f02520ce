import Ledger

/// Reads section rows: 一、新开工项目（6项） sets the stage for the rows below.
struct SectionReader: Sendable {
  let catalogue: Catalogue

  /// A section: how deep it is, and the field it sets, if its text resolves to one.
  struct Section: Equatable, Sendable {
    /// 1 for 一、, 2 for （一）, 3 without numbering.
    let level: Int
    let values: [Field: Value]
    /// A register's code, when the text names one.
    let register: String?
  }

  /// Whether a text heads a section: it is numbered in Chinese or resolves to a context.
  func isHeading(_ text: String) -> Bool {
    let section = read(text)
    return section.level < 3 || !section.values.isEmpty || section.register != nil
  }

  /// Reads a heading; one that resolves to nothing sets nothing.
  func read(_ text: String) -> Section {
    let folded = TextFolding.halfWidth(text).filter { !$0.isWhitespace }
    let (level, unnumbered) = Self.splitNumbering(folded)
    let heading = Self.withoutCount(unnumbered)
    let (values, register) = context(of: heading)
    return Section(level: level, values: values, register: register)
  }

  /// The field a sheet's name sets: a place or a chain, if the whole name resolves.
  func contextOfSheet(named name: String) -> [Field: Value] {
    let folded = TextFolding.halfWidth(CellText.unified(name))
    if let place = placeValues(folded) { return place }
    if case .item(let code) = catalogue.resolveChain(folded) { return [.chain: .reference(code)] }
    return [:]
  }

  /// The count stated in a label: 共5项, （23个）; nil when there is none.
  static func count(in text: String) -> Int? {
    let folded = TextFolding.halfWidth(text).filter { !$0.isWhitespace }
    // A count in brackets or behind 共 comes before a number that is part of the heading.
    for mark in ["(", "共", ":"] {
      if let last = folded.lastIndex(of: Character(mark)), last > folded.startIndex,
        let number = firstCount(in: folded[last...])
      {
        return number
      }
    }
    return firstCount(in: folded[...])
  }

  /// Whether a text is a count and nothing else: 23个, 共5项.
  static func isCountAlone(_ text: String) -> Bool {
    let folded = TextFolding.halfWidth(text).filter { !$0.isWhitespace }
      .trimming { "()".contains($0) }
    let rest = folded.trimmingPrefixes(of: ["共计", "合计", "共"]).drop { $0.isASCII && $0.isNumber }
    return rest.count < folded.count && ["项", "个", "个项目", "项目"].contains(String(rest))
      && firstCount(in: folded[...]) != nil
  }

  private static func firstCount(in text: Substring) -> Int? {
    let characters = Array(text)
    for (index, character) in characters.enumerated() where character == "项" || character == "个" {
      if index + 1 < characters.count, characters[index + 1] == "月" { continue }
      var digits = ""
      var position = index - 1
      while position >= 0, characters[position].isASCII, characters[position].isNumber {
        digits.insert(characters[position], at: digits.startIndex)
        position -= 1
      }
      if let number = Int(digits) { return number }
    }
    return nil
  }

  /// Whether a text is a Chinese numeral alone: 一, （二）, 三、.
  static func isNumeral(_ text: String) -> Bool {
    let bare = TextFolding.halfWidth(text).trimming { "()、.".contains($0) }
    return !bare.isEmpty && bare.allSatisfy { "一二三四五六七八九十".contains($0) }
  }

  // MARK: Parts of a heading

  private static func splitNumbering(_ text: String) -> (Int, String) {
    let isBracketed = text.hasPrefix("(")
    let rest = isBracketed ? text.dropFirst() : text[...]
    let numeral = rest.prefix { "一二三四五六七八九十".contains($0) }
    let behind = rest.dropFirst(numeral.count)
    if !numeral.isEmpty, isBracketed, behind.first == ")" {
      return (2, behind.dropFirst().trimmingPrefixes(of: ["、", "."]))
    }
    if !numeral.isEmpty, !isBracketed, let mark = behind.first, "、.，,".contains(mark) {
      return (1, String(behind.dropFirst()))
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = text.dropFirst(digits.count).first, "、.)".contains(mark) {
      return (3, String(text.dropFirst(digits.count + 1)))
    }
    return (3, text)
  }

  /// Drops （共3项） and a count behind a colon.
  private static func withoutCount(_ text: String) -> String {
    var rest = text
    while let open = rest.lastIndex(of: "("), let close = rest[open...].firstIndex(of: ")"),
      count(in: String(rest[open...close])) != nil
    {
      rest.removeSubrange(open...close)
    }
    if let colon = rest.firstIndex(where: { ":：".contains($0) }),
      count(in: String(rest[colon...])) != nil
    {
      rest = String(rest[..<colon])
    }
    if let total = rest.firstRange(of: "共"), count(in: String(rest[total.lowerBound...])) != nil {
      rest = String(rest[..<total.lowerBound])
    }
    return withoutCountAtEnd(rest).trimming { ",，、 ".contains($0) }
  }

  /// 柳江县2个: a count without brackets.
  private static func withoutCountAtEnd(_ text: String) -> String {
    for unit in ["个项目", "个", "项"] where text.hasSuffix(unit) {
      let bare = text.dropLast(unit.count)
      let digits = bare.reversed().prefix { $0.isASCII && $0.isNumber }.count
      if digits > 0 { return String(bare.dropLast(digits)) }
    }
    return text
  }

  private func context(of heading: String) -> ([Field: Value], String?) {
    guard !heading.isEmpty else { return ([:], nil) }
    let names = [heading.trimmingSuffixes(of: ["项目", "类", "板块"]), heading]
    for name in names where !name.isEmpty {
      let bare = name.trimmingSuffixes(of: ["项目", "类", "板块"])
      for text in bare == name ? [name] : [bare, name] {
        if let values = reference(of: text) { return (values, nil) }
      }
    }
    for name in names.reversed() {
      if case .item(let code) = catalogue.resolveRegister(name) { return ([:], code) }
    }
    return ([:], nil)
  }

  private func reference(of text: String) -> [Field: Value]? {
    if let place = placeValues(text) { return place }
    if case .item(let code) = catalogue.resolveChain(text) { return [.chain: .reference(code)] }
    switch catalogue.resolveStage(text) {
    case .stage(let code): return [.stage: .reference(code)]
    case .condition(let code): return [.condition: .reference(code)]
    default: return nil
    }
  }

  private func placeValues(_ text: String) -> [Field: Value]? {
    guard case .place(let district, let zone) = catalogue.resolvePlace(text) else { return nil }
    var values: [Field: Value] = [:]
    values[.district] = district.map { .reference($0) }
    values[.zone] = zone.map { .reference($0) }
    return values
  }
}
