import Ledger
import Machine
import Testing

@testable import Intake

@Suite struct KnownRollTests {
  private static let known = [
    KnownProject(
      id: 3, code: "2503-450202-89-01-000001", name: "甲项目", owner: "甲公司", ownerUSCC: "",
      investor: "甲集团", investment: Money(fen: -5), district: "450202", zone: "liudong",
      site: "某路 1 号"),
    KnownProject(id: 5, name: "乙"), KnownProject(id: 9, code: "A", name: "", site: "丙"),
  ]

  private static func words(_ project: KnownProject?) -> String {
    guard let project else { return "" }
    return """
      \(project.id) \(project.code as Any) \(project.name) \(project.owner as Any) \
      \(project.ownerUSCC as Any) \(project.investor as Any) \(project.investment as Any) \
      \(project.district as Any) \(project.zone as Any) \(project.site as Any)
      """
  }

  @Test func `收进名册的项目取出来还是那样，没有的就是没有`() {
    let roll = KnownRoll(Self.known)
    for (place, project) in Self.known.enumerated() {
      #expect(Self.words(roll[place]) == Self.words(project))
      #expect(roll.nameKey(at: place) == project.nameKey)
      #expect(roll.hashOfCode(at: place) == project.code.map(ByteHash.of))
    }
    #expect(roll.hasCode("A", at: 2) && !roll.hasCode("A", at: 1) && !roll.hasCode("AB", at: 2))
  }

  @Test func `按编号找项目，编号有空缺也找得到`() {
    let directory = KnownDirectory(
      KnownRoll([2, 3, 5, 9].map { KnownProject(id: $0, name: "第\($0)") }))
    #expect(
      (0...11).map { directory[$0]?.id } == [nil, nil, 2, 3, nil, 5, nil, nil, nil, 9, nil, nil])
    #expect(KnownDirectory(KnownRoll())[1] == nil)
  }
}
