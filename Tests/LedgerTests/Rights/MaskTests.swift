import Testing

@testable import Ledger

@Suite struct MaskTests {
  @Test(arguments: [
    ("张三", "张*"), ("欧阳某某", "欧*"), ("张三、李四", "张*、李*"), ("13812345678", "138****5678"),
    ("0772-2825678", "077****5678"), ("张三 13812345678", "张* 138****5678"), ("", ""),
    ("138 7720 1234", "138****1234"), ("+86 138-7720-1234", "+861****1234"),
    ("１３８７７２０１２３４（张三）", "１３８****１２３４（张*）"), ("转 8012", "转* 8012"),
    ("张三13812345678", "张*138****5678"), ("—", "—"),
  ]) func `姓名留姓，电话留头尾`(text: String, masked: String) {
    #expect(Mask.text(text) == masked)
  }

  private static let contacts = Record([
    (FieldKey(.name), .text("甲厂")), (FieldKey(.contact), .text("张三")),
    (FieldKey(.phone), .text("13812345678")), (FieldKey(.district), .reference("luzhai")),
    (FieldKey(.remark), .text("联系李四")),
  ])

  @Test func `没有联系方式权限的项目遮掩，有的照样`() throws {
    let catalogue = try Shipped.catalogue.get()
    let reader = Person(
      login: "r", name: "查阅", unit: nil,
      grants: [
        Grant(role: "reader", scope: .everything),
        Grant(role: "county", scope: .areas(["yufeng"])),
      ])
    let sight = Permissions(reader, catalogue).sight(for: .see, catalogue)
    let shown = try #require(sight.shown(Self.contacts))
    #expect(shown.text(.contact) == "张*")
    #expect(shown.text(.phone) == "138****5678")
    #expect(shown.text(.name) == "甲厂")
    #expect(shown.text(.remark) == "联系李四")
    var own = Self.contacts
    own[.district] = .reference("yufeng")
    #expect(sight.shown(own) == own)
  }

  @Test func `设置可以再加字段；能查能排的字段不加`() throws {
    let catalogue = try Shipped.catalogue.get()
    let setting = CatalogueItem(
      kind: .setting, code: "sensitive", name: "敏感字段", position: 1,
      attributes: .map(["fields": .text("remark、owner、total_investment、name")]))
    let fields = catalogue.adding([setting]).sensitiveFields
    #expect(fields == [.contact, .phone, .remark])
    #expect(catalogue.sensitiveFields == [.contact, .phone])
  }
}
