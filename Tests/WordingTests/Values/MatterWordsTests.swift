import Testing
import Wording

@testable import Ledger

@Suite struct MatterWordsTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.shipped() }

  private func warning(_ field: Field, _ matter: Matter) -> String? {
    PartialDate("2026-07-21").flatMap {
      NamedMatter(name: "主体封顶", matter: matter).warning(of: field, on: $0, catalogue)
    }
  }

  @Test func `a milestone is told of when it is late, a problem while it is open`() {
    let late = Matter(due: PartialDate("2026-06-30"))
    let coming = Matter(due: PartialDate("2026-07-21"), unit: "drc")
    #expect(warning(.milestones, late) == "节点“主体封顶”应于2026年6月30日完成，已逾期21天")
    #expect(warning(.milestones, coming) == nil)
    #expect(
      warning(.problemLog, coming) == "问题“主体封顶”已移交市发展改革委，应于2026年7月21日办结，尚未办结")
    #expect(warning(.problemLog, Matter()) == "问题“主体封顶”尚未办结")
    #expect(warning(.problemLog, Matter(done: PartialDate("2026-07-01"))) == nil)
  }
}
