import Ledger

/// The counties, districts and zones in a name, in full or abbreviated.
struct PlaceMark: Sendable {
  private let names: NameWords
  private let short: NameWords
  /// The place codes by the numbers of the words; nil for the city itself.
  private let codes: [String?]
  private static let around = NameWords(["柳州市", "柳州", "广西壮族自治区", "广西"])

  init(_ catalogue: Catalogue) {
    var groups: [[String]] = []
    var shortGroups: [[String]] = []
    var codes: [String?] = []
    // The city itself has no unit, and does not distinguish two of its projects.
    for kind in [CatalogueKind.district, .zone] {
      for item in catalogue.items(of: kind) where Place(item).unit != nil {
        let words = ([item.name] + item.aliases.map(\.text)).map { NameText($0).string }
        groups.append(words.filter { $0.unicodeScalars.count > 2 })
        shortGroups.append(words.filter { $0.unicodeScalars.count == 2 })
        codes.append(item.code)
      }
    }
    names = NameWords(groups: groups)
    short = NameWords(groups: shortGroups)
    self.codes = codes
  }

  /// Cuts out the places. Returns their codes.
  func cut(from text: inout NameText) -> Set<String> {
    let full = text.cut(names)
    text.drop(Self.around)
    let brief = text.cut { text, start in
      short.match(in: text, at: start).flatMap { Self.isPlace(text, start, $0.end) ? $0 : nil }
    }
    return Set((full + brief).compactMap { codes[$0] })
  }

  private static let follows = NameWords([
    "基地", "分公司", "工厂", "项目", "产业", "工业", "化工", "园", "片区", ")",
  ])

  /// Two characters are a place if no word precedes them, or if a place word follows.
  private static func isPlace(_ text: NameText, _ start: Int, _ end: Int) -> Bool {
    let before = text[start - 1]
    let standsAlone = before.map { !$0.isHan && !$0.isLetter && !$0.isDigit } ?? true
    return standsAlone || follows.match(in: text, at: end) != nil
  }
}
