import Testing
import Wording

@Suite struct OneLineTests {
  @Test(arguments: [
    ("柳州示例电池厂（一期）", "柳州示例电池厂（一期）"), ("a\nb\tc", "a␊b␉c"), ("\u{1B}[31m", "␛[31m"),
    ("\u{7F}\u{85}\u{9B}", "␡<U+0085><U+009B>"), ("甲\u{202E}乙\u{200B}丙", "甲<U+202E>乙<U+200B>丙"),
    ("一\u{2028}二\u{2029}", "一<U+2028>二<U+2029>"), ("\u{E0041}", "<U+E0041>"), ("𠮷、é、😀", "𠮷、é、😀"),
    ("", ""),
  ])
  func `控制符和改变次序的字符写成看得见的样子`(text: String, shown: String) {
    #expect(text.onOneLine == shown)
  }
}
