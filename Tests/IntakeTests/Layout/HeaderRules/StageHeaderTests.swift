import Testing

@testable import Intake

/// Stages and yes/no columns.
@Suite struct StageHeaderTests {
  @Test(
    arguments: Example.table(
      """
      状态 → stage
      目前状态 → stage
      当前状态 → stage
      项目状态 → stage
      建设状态 → stage
      目前建设状态 → stage
      项目当前状态 → stage
      项目目前状态 → stage
      当前项目状态 → stage
      目前项目状态 → stage
      工程状态 → stage
      阶段 → stage
      项目阶段 → stage
      目前阶段 → stage
      所处阶段 → stage
      目前所处阶段 → stage
      当前所处阶段 → stage
      推进阶段 → stage
      建设阶段 → stage
      项目进展阶段 → stage
      """))
  func `阶段和状态`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      是否产业项目 → is_industrial
      是否为产业项目 → is_industrial
      是否属于产业项目 → is_industrial
      是否双百项目 → registers:双百项目
      是否双百 → registers:双百项目
      是否“双百”项目 → registers:双百项目
      是否为双百项目 → registers:双百项目
      是否列入双百项目 → registers:双百项目
      是否纳入统筹推进重大项目 → registers:统筹推进重大项目
      是否统筹推进重大项目 → registers:统筹推进重大项目
      是否储备重大项目 → registers:储备重大项目
      是否报告点名项目 → registers:报告点名项目
      是否招商签约项目 → registers:招商签约项目
      是否入统 → 无
      是否开工 → 无
      是否投产 → 无
      是否签约 → 无
      是否工业项目 → 无
      是否停建 → 无
      是否新增 → 无
      是否需要市级协调 → 无
      是否存在问题 → 无
      是否占用基本农田 → 无
      是否民营企业 → 无
      """))
  func `是否类的列`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
