import Testing
import Wording

@testable import Ledger

@Suite struct LightRuleTests {
  @Test func `规则不看问题和节点，口径里就不提它们`() {
    let rule = LightRule(
      .map(["overdue_is_serious": .text("false"), "open_problem": .text("normal")]))
    #expect(!rule.sentence.contains("问题") && !rule.sentence.contains("节点"))
  }

  @Test func `看节点和问题的规则，口径里写明`() throws {
    let rule = try Catalogue.shipped().lightRule
    #expect(
      rule.sentence.contains("，或节点、计划开竣工逾期，为严重滞后")
        && rule.sentence.contains("有未办结问题的最高评为滞后"))
  }
}
