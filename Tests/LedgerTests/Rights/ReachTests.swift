import Testing

@testable import Ledger

@Suite struct ReachTests {
  private static let project = Record([
    (FieldKey(.leadUnits), .references(["iit", "drc"])),
    (FieldKey(.responsibleUnits), .references(["gov-luzhai"])),
    (FieldKey(.cooperatingUnits), .references(["finance"])),
    (FieldKey(.district), .reference("luzhai")), (FieldKey(.chain), .reference("steel")),
    (FieldKey(.otherChains), .references(["food"])),
  ])

  @Test(arguments: [
    (Scope.everything, true), (.units(["drc"]), true), (.units(["gov-luzhai"]), true),
    (.units(["finance"]), false), (.units([]), false), (.areas(["luzhai"]), true),
    (.areas(["yufeng"]), false), (.chains(["steel"]), true), (.chains(["food"]), false),
  ]) func `牵头、责任单位，属地，主链`(scope: Scope, isHeld: Bool) {
    #expect(Reach([scope]).holds(Self.project) == isHeld)
  }

  @Test func `有园区的项目归园区，不归县区`() {
    var project = Self.project
    project[.zone] = .reference("liudong")
    #expect(Reach([.areas(["liudong"])]).holds(project))
    #expect(!Reach([.areas(["luzhai"])]).holds(project))
  }

  @Test func `几项授权加在一起`() {
    let reach = Reach([.areas(["yufeng"]), .units(["iit"])])
    #expect(reach.holds(Self.project))
    #expect(Reach([.areas(["yufeng"]), .everything]).isEverything)
    #expect(Reach().isNothing)
    #expect(!Reach().holds(Self.project))
  }
}
