import LedgerData

/// The most common passwords, worldwide and on Chinese keyboards.
enum CommonPasswords {
  private static let all = Set(
    String(decoding: LedgerData.commonPasswords, as: UTF8.self).split(
      whereSeparator: \.isWhitespace
    )
    .map(String.init))

  static var count: Int { all.count }

  /// Whether a password is one of them, ignoring case, also with up to eight digits and signs around it, or with the
  /// usual signs in place of letters.
  static func contain(_ password: String) -> Bool {
    let folded = password.lowercased()
    let plain = String(folded.map { lookalikes[$0] ?? $0 })
    return [folded, plain].contains { isCommon($0) }
  }

  private static let lookalikes: [Character: Character] = [
    "@": "a", "0": "o", "1": "l", "3": "e", "$": "s", "5": "s", "7": "t",
  ]

  private static func isCommon(_ text: String) -> Bool {
    if all.contains(text) || isRow(text) { return true }
    let core = text.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }
    let around = text.count - core.count
    return around > 0 && around <= 8 && core.count >= 3 && all.contains(String(core.reversed()))
  }

  /// Whether a text repeats at most two characters.
  private static func isRow(_ text: String) -> Bool { Set(text).count <= 2 }
}
