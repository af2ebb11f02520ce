import TestSupport
import Testing

@testable import Intake

@Suite struct PlainTextTests {
  private static let pieces = [
    "项目", "a", " ", "  ", "\u{3000}", "\u{A0}", "，", "（", "）", "\t", "'", "#", "同上", "〃", "无", "—",
    "-",
    "/", "0", "\u{200B}", "é", "𠮷", "#REF!", "\u{FEFF}", "：", "《", "待定",
  ]

  @Test func `照原样收下的文字，本来就什么也不用改`() {
    var random = SeededNumbers(name: "plain texts")
    var plain = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...8, using: &random)
      var text = (0..<count).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
      guard text.withUTF8({ CellText.isPlain($0.span) }) else { continue }
      plain += 1
      #expect(CellText.unified(text) == text)
      #expect(!CellText.isBlank(text) && !CellText.isDitto(text) && !CellText.isErrorLiteral(text))
    }
    #expect(plain > 1_000)
  }

  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool { CellText.isPlain(bytes.span) }

  @Test func `不是 UTF-8 的字节不照原样收下`() {
    let text = Array("广西示例有限公司".utf8)
    #expect(Self.isPlain(text[...]))
    for index in text.indices {
      for byte in [0x20, 0x80, 0xC2, 0xFF] as [UInt8] {
        var broken = text
        broken[index] = byte
        let isPlain = Self.isPlain(broken[...])
        let isWhole = String(validating: broken, as: UTF8.self) != nil
        #expect(!isPlain || isWhole, "\(index) \(byte)")
      }
      #expect(!Self.isPlain(text[..<index]) || index % 3 == 0)
    }
  }
}
