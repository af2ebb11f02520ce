import TestSupport
import Testing

@testable import Ledger

/// The forms are what their definition says, read off a small table with every kind of polyphone.
@Suite struct PinyinFormsTests {
  private static let table =
    "an 安\nca 乙\nchang 长场\nda 大\ndai 大\nhang 行\nhe 和\nhu 和\nhuo 和\n"
    + "ji 基\nle 乐\nxi 西\nxing 行\nyue 乐\nzh 乙\nzhang 长\nhai 还丙\nhuan 还丙\nxuan 丙\nzai 丙\nzu 丙"
  private static let pinyin = Pinyin(table: Array(table.utf8))

  private static let readings: [Character: [String]] = {
    var readings: [Character: [String]] = [:]
    for line in table.split(separator: "\n").map({ $0.split(separator: " ") }) {
      for character in line[1] { readings[character, default: []].append(String(line[0])) }
    }
    return readings.mapValues { Array($0.prefix(4)) }
  }()

  @Test(arguments: 0..<400) func `all forms of random text`(seed: Int) {
    var random = SeededNumbers(UInt64(seed))
    let characters = Array("长行大和乐还丙乙安基西场a9Zｂ３（ 、é𠮷鿿") + (seed % 3 == 0 ? [] : Array("安基西"))
    let length = Int.random(in: 0...(seed % 5 == 0 ? 90 : 12), using: &random)
    let text = String((0..<length).map { _ in characters.randomElement(using: &random)! })
    #expect(Self.pinyin.searchForms(of: text) == Self.forms(of: text))
  }

  private static func forms(of text: String) -> [String] {
    let units = TextFolding.key(text).compactMap { character in
      readings[character]
        ?? (character.isASCII && (character.isLetter || character.isNumber)
          ? [String(character)] : nil)
    }.prefix(64)
    guard units.contains(where: { readings.values.contains($0) }) else { return [] }
    let variants = min(units.reduce(1) { min($0 * $1.count, 4) }, 4)
    let spelled = (0..<variants).map { variant in
      var polyphones = 0
      return units.map { unit in
        if unit.count == 1 { return unit[0] }
        defer { polyphones += 1 }
        return unit[Self.order(unit.count, isFirst: polyphones.isMultiple(of: 2))[variant]]
      }
    }
    return unique(spelled.map { $0.joined() })
      + unique(spelled.map { $0.map { $0.prefix(1) }.joined() })
  }

  /// Which reading stands in each variant: neighbours take turns at a different pace.
  private static func order(_ readings: Int, isFirst: Bool) -> [Int] {
    switch readings {
    case 2: isFirst ? [0, 1, 0, 1] : [0, 0, 1, 1]
    case 3: isFirst ? [0, 1, 2, 0] : [0, 0, 1, 2]
    default: isFirst ? [0, 1, 2, 3] : [0, 3, 2, 1]
    }
  }

  private static func unique(_ forms: [String]) -> [String] {
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }
}
