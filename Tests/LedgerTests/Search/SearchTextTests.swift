import TestSupport
import Testing

@testable import Ledger

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
      (FieldKey(.otherNames), .list(["赛克电芯厂房", "老名称（测试）"])),
      (FieldKey(.leader), .text("韦测试")),
      (FieldKey(.responsiblePerson), .text("王工、赵工")),
      (FieldKey(.contact), .text("李联系")),
      (FieldKey(.phone), .text("测试电话甲")),
      (FieldKey(.zone), .reference("zone-liudong")),
    ])
  }

  @Test(arguments: [
    "电池", "dianchi", "dc", "DianChi", "电池 柳东", "22114419000402310151", "rp能源", "（二期）", "(二期)",
    "guangxi", "rp", "441900-04", "02-310151 rp dianchi 电池",
    "韦测试", "赵工", "王工 电池", "电芯厂", "skdx", "老名称",
  ])
  func `is found by`(query: String) {
    #expect(SearchQuery(query).matches(SearchText(record, catalogue: catalogue)))
  }

  @Test(arguments: ["电池 鹿寨", "能源广西", "期2211", "rp2211", "310151rp", "李联系", "测试电话", "weiceshi"])
  func `is not found by`(query: String) {
    #expect(!SearchQuery(query).matches(SearchText(record, catalogue: catalogue)))
  }

  @Test func `an empty query has no terms`() {
    #expect(SearchQuery("  　").isEmpty)
  }

  @Test(arguments: 0..<200) func `is its parts by line, and how they sound`(seed: Int) {
    var random = SeededNumbers(UInt64(seed))
    let texts = [
      Field.name, .code, .localNumber, .owner, .investor, .leader, .responsiblePerson,
    ].compactMap { field in
      random.bool() ? (field, random.text()) : nil
    }
    let places = [(Field.district, CatalogueKind.district), (.zone, .zone)].compactMap {
      field, kind in
      random.bool() ? (field, catalogue.items(of: kind).randomElement(using: &random)!) : nil
    }
    let record = Record(
      texts.map { (FieldKey($0), .text($1)) } + places.map { (FieldKey($0), .reference($1.code)) })
    let written = (texts.map(\.1) + places.map(\.1.name)).map(TextFolding.key)
      .joined(separator: "\n")
    let runs = written.unicodeScalars.split { !$0.isASCII || $0 == "\n" }.map { String($0) }
    let forms = texts.filter { $0.0 == .name || $0.0 == .owner }
      .flatMap { Pinyin.shared.searchForms(of: $0.1) }
    let text = SearchText(record, catalogue: catalogue)
    #expect(text.written == written)
    #expect(text.sound == (runs + forms).joined(separator: "\n"))
  }

  @Test func `no personal data is searched`() {
    #expect(!SearchedValues.parts.contains { $0.field.declaration.isSensitive })
  }
}
