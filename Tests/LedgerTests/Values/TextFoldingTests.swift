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
  ])
  func `a key has no white space, one kind of bracket, and small letters`(
    text: String, expected: String
  ) {
    #expect(TextFolding.key(text) == expected)
  }

  @Test func `a key is its own key`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let key = TextFolding.key(random.text())
      #expect(TextFolding.key(key) == key)
    }
  }
}
