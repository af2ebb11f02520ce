import Intake
import Ledger
import Machine
import Testing

@testable import Matching

@Suite struct KnownIndexTests {
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
    let roll = PackedProjects(Self.known)
    for (place, project) in Self.known.enumerated() {
      #expect(Self.words(roll[place]) == Self.words(project))
      #expect(roll.nameKey(at: place) == project.nameKey)
      #expect(roll.hashOfCode(at: place) == project.code.map(ByteHash.of))
    }
    #expect(roll.hasCode("A", at: 2) && !roll.hasCode("A", at: 1) && !roll.hasCode("AB", at: 2))
  }

  @Test func `按编号找项目，编号有空缺也找得到`() {
    let index = KnownIndex(
      PackedProjects([2, 3, 5, 9].map { KnownProject(id: $0, name: "第\($0)") }))
    #expect((0...11).map { index[$0]?.id } == [nil, nil, 2, 3, nil, 5, nil, nil, nil, 9, nil, nil])
    #expect(KnownIndex(PackedProjects())[1] == nil)
  }

  @Test func `并掉的项目按原来的名称、代码找到留下的那个，按编号只有留下的`() {
    let index = KnownIndex(
      PackedProjects([KnownProject(id: 2, name: "甲"), KnownProject(id: 7, code: "B", name: "乙")]),
      merged: [(9, KnownProject(id: 7, code: "A", name: "旧乙"))])
    #expect(index.projects(code: "A").map(\.id) == [7])
    #expect(index.projects(named: KnownProject(id: 0, name: "旧乙")).map(\.id) == [7])
    #expect(index[7]?.name == "乙" && index.all.map(\.id) == [2, 7])
    #expect(index.contains(2) && !index.contains(1) && !index.contains(8))
  }
}
