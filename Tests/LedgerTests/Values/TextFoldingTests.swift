import TestSupport
import Testing

@testable import Ledger

@Suite("Texts are compared in one form")
struct TextFoldingTests {
  @Test(arguments: [
    ("２０２６年３月", "2026年3月"), ("ＡＢｃ（甲）", "ABc(甲)"), ("全　角", "全 角"), ("～", "~"), ("", ""),
    ("𠮷野家", "𠮷野家"), ("【一】", "【一】"),
  ])
  func `half width keeps everything else`(text: String, expected: String) {
    #expect(TextFolding.halfWidth(text) == expected)
  }

  @Test(arguments: [
    ("合  计", "合计"), ("市 发改\n委", "市发改委"), ("全　角\u{A0}空\u{200B}白\u{FEFF}", "全角空白"),
    ("鱼峰区【柳东新区】", "鱼峰区(柳东新区)"), ("〔2026〕ＡＢ", "(2026)ab"), ("eVTOL", "evtol"), ("é", "é"),
    ("⽔利⼯程", "水利工程"), ("\u{F900}山\u{AD}口", "豈山口"), ("⻋站⻓廊", "车站长廊"),
  ])
  func `a key has no white space, one kind of bracket, and small letters`(
    text: String, expected: String
  ) {
    #expect(TextFolding.key(text) == expected)
  }

  @Test func `a key is its own key`() {
    var random = SeededNumbers(7)
    for _ in 0..<500 {
      let key = TextFolding.key(random.text())
      #expect(TextFolding.key(key) == key)
      var bytes = Array("前".utf8)
      TextFolding.appendKey(of: key, to: &bytes)
      #expect(bytes == Array("前\(key)".utf8))
    }
  }

  @Test func `of every character of three bytes only these are folded`() {
    let blanks: [ClosedRange<UInt32>] = [
      0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]
    let brackets: [UInt32: String] = [
      0x3010: "(", 0x3014: "(", 0x3016: "(", 0x3011: ")", 0x3015: ")", 0x3017: ")",
    ]
    for value in UInt32(0x800)...0xFFFF where !(0xFF01...0xFF5E).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isBlank = blanks.contains { $0.contains(value) }
      let twin = ConfusableCharacters.original(of: scalar).flatMap { $0.value > 0xFFFF ? nil : $0 }
      let expected = isBlank ? "" : brackets[value] ?? String(twin ?? scalar)
      if TextFolding.key(String(scalar)) != expected {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }
}
