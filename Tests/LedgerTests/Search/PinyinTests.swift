import Testing

@testable import Ledger

@Suite("Chinese is found as it is typed")
struct PinyinTests {
  @Test(arguments: [
    ("动力电池", "dianchi"), ("动力电池", "dldc"), ("银行", "yinhang"), ("长安", "changan"), ("厦门", "xiamen"),
    ("大厦", "dasha"), ("重庆", "chongqing"), ("绿色", "lvse"), ("柳工（二期）", "lgeq"), ("5G基站", "5gjizhan"),
    ("铟锡锑", "yinxiti"), ("螺蛳粉", "luosifen"), ("模具", "muju"), ("覃塘", "qintang"),
  ])
  func `by full pinyin and by initials`(text: String, typed: String) {
    #expect(Pinyin.shared.searchForms(of: text).contains { $0.contains(typed) })
  }

  @Test func `neighbouring polyphones meet in every pair`() {
    let forms = Pinyin.shared.searchForms(of: "长行")
    #expect(Set(forms).isSuperset(of: ["changxing", "changhang", "zhangxing", "zhanghang"]))
  }

  @Test func `at most four variants of each form`() {
    #expect(Pinyin.shared.searchForms(of: "长行重都会乐长行重都会乐").count <= 8)
  }

  @Test func `text without Chinese has no pinyin`() {
    #expect(Pinyin.shared.searchForms(of: "ABC-123") == [])
  }
}
