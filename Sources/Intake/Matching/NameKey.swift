import Ledger

/// A name in a form in which names are compared: bytes of UTF-8, so that a hundred thousand of them are
/// made and compared quickly.
package struct NameKey: Hashable, Sendable {
  private var bytes: [UInt8]

  /// The key of a project's name: half-width, without white space, quotation marks and a final
  /// 项目, 建设项目 or 工程.
  ///
  /// Phase marks (一期, 二期) stay: they tell projects apart.
  package init(_ name: String) {
    self.init(name, without: Self.quotationMarks, endings: Self.genericEndings)
  }

  /// The key of a body's name: without brackets and the forms of companies (有限公司 …).
  init(ofBody name: String) {
    self.init(name, without: Self.brackets, endings: Self.companyForms)
  }

  /// The key without generic nouns, brackets and dashes: names that agree in it are nearly equal.
  var near: NameKey { without(Self.genericWords) }

  /// Whether two names differ only in their phase marks.
  static func differOnlyInPhase(_ one: String, _ other: String) -> Bool {
    one != other
      && NameKey(one).without(phaseMarks).withoutEnding
        == NameKey(other).without(phaseMarks).withoutEnding
  }

  // MARK: Making keys

  private static let genericEndings = WordList(["建设项目", "项目", "工程"])
  private static let companyForms = WordList(["有限责任公司", "股份有限公司", "有限公司", "公司"])
  private static let brackets = WordList(["(", ")"])
  private static let quotationMarks = WordList([
    "\"", "'", "“", "”", "‘", "’", "「", "」", "『", "』", "《", "》",
  ])
  private static let genericWords = WordList([
    "(", ")", "-", "—", "·", "、", ",", ".", "项目", "工程", "建设", "柳州市", "柳州", "广西",
  ])
  private static let phaseMarks = WordList(
    ["一", "二", "三", "四", "五", "六", "1", "2", "3", "4", "5", "6"].flatMap {
      ["(\($0)期)", "第\($0)期", "\($0)期"]
    })

  private init(_ name: String, without dropped: WordList, endings: WordList) {
    var folded = TextFolding.halfWidth(name)
    bytes = folded.withUTF8 { dropped.removed(from: $0) }
    bytes.removeAll { $0 <= 0x20 }
    endings.dropEnding(of: &bytes)
  }

  private func without(_ words: WordList) -> NameKey {
    var key = self
    key.bytes = bytes.withUnsafeBufferPointer { words.removed(from: $0) }
    return key
  }

  private var withoutEnding: NameKey {
    var key = self
    Self.genericEndings.dropEnding(of: &key.bytes)
    return key
  }
}
