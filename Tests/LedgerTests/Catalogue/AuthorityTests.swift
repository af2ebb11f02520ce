import Testing

@testable import Ledger

@Suite("Owners of fields")
struct AuthorityTests {
  private let catalogue: Catalogue
  private let project = Record([
    (FieldKey(.leadUnits), .references(["iit"])),
    (FieldKey(.responsibleUnits), .references(["gov-luzhai"])),
  ])

  init() throws { catalogue = try Catalogue.shipped() }

  private func ranks(_ key: FieldKey, _ senders: [String]) -> [Int] {
    senders.map {
      catalogue.authority.rank(of: catalogue.unit(ofSender: $0), about: key, project)
    }
  }

  @Test(arguments: [Field.contractInvestment, .signDate, .investor])
  func `合同、签约、投资方由市投资促进局归口`(field: Field) {
    #expect(ranks(FieldKey(field), ["柳州市投资促进局", "市发改委", "某某公司"]) == [0, 1, 1])
  }

  @Test(arguments: [Field.totalInvestment, .stage, .leadUnits, .chain, .code])
  func `总投资、阶段等由市发展改革委归口`(field: Field) {
    #expect(ranks(FieldKey(field), ["市发改委", "市投资促进局", "鹿寨县发改局"]) == [0, 1, 1])
  }

  @Test(arguments: [Field.progress, .problems, .nextStep])
  func `进度和问题由项目的牵头、责任单位归口，不分先后`(field: Field) {
    let senders = ["市工信局", "鹿寨县发改局", "市发展改革委"]
    #expect(ranks(FieldKey(field), senders) == [0, 0, 1])
  }

  @Test func `其余的谁都一样`() {
    #expect(ranks(FieldKey(.owner), ["市发展改革委", "某某公司"]) == [0, 0])
    #expect(ranks(FieldKey(register: "reserve", year: 2026), ["某某公司"]) == [0])
    #expect(ranks(FieldKey(register: "shuangbai", year: 2026), ["市投资促进局", "市商务局"]) == [0, 1])
  }

  @Test func `没有这个设置的老台账照出厂的算`() {
    let items = catalogue.items.filter { $0.code != "authority" }
    let old = Catalogue(items: items).authority
    #expect(old.rank(of: "drc", about: FieldKey(.totalInvestment), project) == 0)
    #expect(old.rank(of: nil, about: FieldKey(.totalInvestment), project) == 1)
  }
}
