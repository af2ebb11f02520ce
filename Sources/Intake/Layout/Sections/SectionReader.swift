import Ledger

/// Reads section rows: 一、新开工项目（6项） sets the stage for the rows below.
struct SectionReader: Sendable {
  private let catalogue: Catalogue

  init(catalogue: Catalogue) { self.catalogue = catalogue.withoutSuggestions }

  /// A section: its level, and the context of the rows below.
  struct Section: Equatable, Sendable {
    let level: SectionLevel
    /// The heading without its number.
    let words: String
    let context: Context
    /// Whether it has neither number nor context, like a project without its serial number.
    let mayBeProject: Bool
  }

  /// The context a heading sets: one field, or a register.
  struct Context: Equatable, Sendable {
    var values: [Field: Value] = [:]
    /// The code of the register the heading names, if any.
    var register: String?

    var isEmpty: Bool { values.isEmpty && register == nil }
  }

  /// The context of a heading's words without its number; empty if the catalogue does not know them.
  func context(of words: String) -> Context {
    let heading = Self.withoutCount(words.filter { !$0.isWhitespace })
    guard !heading.isEmpty, heading.utf8.count <= 120 else { return Context() }
    let names = [heading.trimmingSuffixes(of: ["项目", "类", "板块"]), heading]
    for name in names where !name.isEmpty {
      let bare = name.trimmingSuffixes(of: ["项目", "类", "板块"])
      for text in bare == name ? [name] : [bare, name] {
        if let values = reference(of: text) { return Context(values: values) }
      }
    }
    for name in names.reversed() {
      if case .item(let code) = catalogue.resolveRegister(name) { return Context(register: code) }
    }
    return Context()
  }

  /// Whether a text beside a heading is a unit: 市商务局, 由市商务局牵头.
  func isUnit(_ text: String) -> Bool {
    let name = TextFolding.halfWidth(text).trimmingPrefixes(of: ["由"])
      .trimmingSuffixes(of: ["牵头负责", "牵头", "负责"])
    return name.utf8.count <= 90 && unit(named: name) != nil
  }

  /// The field a sheet's name sets: a place or a chain, if the whole name resolves to one.
  func contextOfSheet(named name: String) -> [Field: Value] {
    let folded = TextFolding.halfWidth(CellText.unified(name))
    if let place = placeValues(folded) { return place }
    if case .item(let code) = catalogue.resolveChain(folded) { return [.chain: .reference(code)] }
    return [:]
  }

  /// The count stated in a label: 共5项, （23个）; nil if there is none.
  static func count(in text: String) -> Int? {
    let folded = TextFolding.halfWidth(text).filter { !$0.isWhitespace }
    // A count in brackets or after 共 takes precedence over a number in the heading.
    for mark in ["(", "共", ":"] {
      if let last = folded.lastIndex(of: Character(mark)), last > folded.startIndex,
        let number = firstCount(in: folded[last...])
      {
        return number
      }
    }
    return firstCount(in: folded[...])
  }

  /// Whether a text is only a count: 23个, 共5项.
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

  // MARK: Parts of a heading

  /// Drops （共3项） and a count after a colon.
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

  /// Drops a count without brackets: 柳江县2个.
  private static func withoutCountAtEnd(_ text: String) -> String {
    for unit in ["个项目", "个", "项"] where text.hasSuffix(unit) {
      let bare = text.dropLast(unit.count)
      let digits = bare.reversed().prefix { $0.isASCII && $0.isNumber }.count
      if digits > 0 { return String(bare.dropLast(digits)) }
    }
    return text
  }

  private func reference(of text: String) -> [Field: Value]? {
    if let place = placeValues(text) { return place }
    if case .item(let code) = catalogue.resolveChain(text) { return [.chain: .reference(code)] }
    switch catalogue.resolveStage(text) {
    case .stage(let code): return [.stage: .reference(code)]
    case .condition(let code): return [.condition: .reference(code)]
    default: break
    }
    return unit(named: text).map { [.leadUnits: .references([$0])] }
  }

  /// The unit of a name that has the ending of a unit's name.
  private func unit(named name: String) -> String? {
    guard let last = name.last, "局委办府会部联门厅".contains(last),
      case .item(let code) = catalogue.resolveUnit(name)
    else { return nil }
    return code
  }

  private func placeValues(_ text: String) -> [Field: Value]? {
    guard case .place(let district, let zone) = catalogue.resolvePlace(text) else { return nil }
    var values: [Field: Value] = [:]
    values[.district] = district.map { .reference($0) }
    values[.zone] = zone.map { .reference($0) }
    return values
  }
}
