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

@Suite("A project's search text")
struct SearchTextTests {
  let catalogue: Catalogue
  let record: Record

  init() throws {
    catalogue = try Shipped.catalogue.get()
    record = Record([
      (FieldKey(.name), .text("瑞浦赛克动力电池（二期）")),
      (FieldKey(.code), .text("2211-441900-04-02-310151")),
      (FieldKey(.owner), .text("广西ＲＰ 能源有限公司")),
      (FieldKey(.zone), .reference("zone-liudong")),
    ])
  }

  @Test(arguments: [
    "电池", "dianchi", "dc", "DianChi", "电池 柳东", "22114419000402310151", "rp能源", "（二期）", "(二期)",
    "guangxi", "rp", "441900-04", "02-310151 rp dianchi 电池",
  ])
  func `is found by`(query: String) {
    #expect(SearchQuery(query).matches(SearchText(record, catalogue: catalogue)))
  }

  @Test(arguments: ["电池 鹿寨", "能源广西", "期2211", "rp2211", "310151rp"])
  func `is not found by`(query: String) {
    #expect(!SearchQuery(query).matches(SearchText(record, catalogue: catalogue)))
  }

  @Test func `an empty query has no terms`() {
    #expect(SearchQuery("  　").isEmpty)
  }
}
