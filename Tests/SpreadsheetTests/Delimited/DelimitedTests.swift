import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct DelimitedTests {
  @Test(
    arguments: [
      ("甲,乙\n丙,丁\n", "1: 甲 | 乙\n2: 丙 | 丁"), ("a,b\r\n\r\nc,d", "1: a | b\n3: c | d"),
      ("a\rb,c", "1: a\n2: b | c"), ("\"a,\"\"b\"\"\",\"上\n下\"\nc,", "1: a,\"b\" | 上\n下\n2: c"),
      ("=\"001\",\"=\"\"002\"\"\",=1+1", "1: 001 | 002 | =1+1"), (",,c", "1: · | · | c"),
      ("a\tb,c\td\n", "1: a | b,c | d"), ("a;b\n1,5;2\n", "1: a | b\n2: 1,5 | 2"),
      ("sep=;\r\na;b,c\n", "1: a | b,c"), ("\"a\"x,b", "1: ax | b"),
      ("\"open\nend,1", "1: \"open\n2: end | 1"),
      ("标题\na,b\n", "1: 标题\n2: a | b"), ("\u{FEFF}a,b", "1: a | b"),
    ])
  func recordsAreRead(text: String, expected: String) throws {
    #expect(try drawing(Array(text.utf8)) == expected)
  }

  @Test func textInGB18030IsRead() throws {
    // 项目,投资
    let bytes: [UInt8] = [0xCF, 0xEE, 0xC4, 0xBF, 0x2C, 0xCD, 0xB6, 0xD7, 0xCA, 0x0A]
    let workbook = try Workbook.read(bytes)
    #expect(workbook.format == .delimited(encoding: "GB18030", separator: ","))
    #expect(workbook.sheets.map(drawing) == ["1: 项目 | 投资"])
  }

  @Test(arguments: [true, false])
  func textInUTF16IsRead(isBigEndian: Bool) throws {
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in "项目\t投资\n".utf16 {
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      bytes += isBigEndian ? pair.reversed() : pair
    }
    #expect(try drawing(bytes) == "1: 项目 | 投资")
  }

  /// 項目名稱,總投資 and so on, in Big5.
  private static let big5: [UInt8] = [
    0xB6, 0xB5, 0xA5, 0xD8, 0xA6, 0x57, 0xBA, 0xD9, 0x2C, 0xC1, 0x60, 0xA7, 0xEB, 0xB8, 0xEA, 0x0A,
    0xB7, 0x73, 0xAF, 0xE0, 0xB7, 0xBD, 0xA8, 0x54, 0xA8, 0xAE, 0xBB, 0x73, 0xB3, 0x79, 0xB0, 0xF2,
    0xA6, 0x61, 0xAB, 0xD8, 0xB3, 0x5D, 0xB6, 0xB5, 0xA5, 0xD8, 0x2C, 0x31, 0x32, 0x30, 0x30, 0x0A,
  ]

  @Test(arguments: [1, 20])
  func `繁体编码的文本点名拒绝，不读成乱码`(times: Int) {
    let bytes = Array(repeatElement(Self.big5, count: times).joined())
    #expect(refusal(bytes) == .unreadableText(likely: "BIG5"))
  }

  @Test func `满是私用区字符的文本不读，名字里有一两个照读`() throws {
    let odd = Array("名称,\u{E000}\u{F8FF}\u{E123}\n".utf8)
    #expect(refusal(odd) == .unreadableText(likely: nil))
    #expect(try drawing(Array("王\u{E863}工,\u{F8FF},\u{FF08}\u{FFFD}\n".utf8)).hasPrefix("1: 王"))
  }

  @Test func noiseIsRefused() {
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ $0 / 7) }
    #expect(refusal(noise) == .unsupported(.binary))
  }

  @Test func tooManyFieldsAreRefused() {
    let line = [UInt8](repeating: UInt8(ascii: ","), count: 16_384)
    #expect(refusal(line) == .exceeded(.columns, part: nil, at: "1"))
  }
}
