import Testing

@testable import Intake

/// Descriptions, by the head noun.
@Suite struct TextHeaderTests {
  @Test(
    arguments: Example.table(
      """
      形象进度 → progress
      工程形象进度情况 → progress
      项目基本概况 → content
      工程概况 → content
      建设进度情况 → progress
      需要协调的事项 → problems
      发改委项目代码 → code
      需市里协调解决的事项 → problems
      工程形象进度 → progress
      目前形象进度 → progress
      目前进展 → progress
      目前进展情况 → progress
      目前推进情况 → progress
      项目进展 → progress
      项目进展情况 → progress
      进展情况 → progress
      推进情况 → progress
      工作进展 → progress
      工作进展情况 → progress
      主要进展 → progress
      主要进展情况 → progress
      最新进展情况 → progress
      项目推进情况 → progress
      项目推进进展情况 → progress
      当前工作进展 → progress
      截至目前进展情况 → progress
      工程进度 → progress
      前期工作进展情况 → progress
      存在问题 → problems
      存在的问题 → problems
      存在的主要问题 → problems
      主要问题 → problems
      存在主要问题 → problems
      存在困难 → problems
      存在困难和问题 → problems
      存在的困难和问题 → problems
      存在困难及问题 → problems
      困难问题 → problems
      需协调解决的问题 → problems
      需协调解决问题 → problems
      需要协调解决的问题 → problems
      需市级协调解决的问题 → problems
      需协调事项 → problems
      需协调解决的事项 → problems
      问题 → problems
      目前存在的问题 → problems
      存在问题及困难 → problems
      下一步工作 → next_step
      下一步工作计划 → next_step
      下一步工作措施 → next_step
      下一步措施 → next_step
      下一步计划 → next_step
      下一步工作安排 → next_step
      下一步工作打算 → next_step
      下一步工作及完成时限 → next_step
      下一步推进措施 → next_step
      下一步工作思路 → next_step
      下一步主要工作 → next_step
      下步工作计划 → next_step
      项目代码（与备案证一致） → code
      建设内容 → content
      主要建设内容 → content
      建设规模及内容 → content
      规模及内容 → content
      建设规模 → content
      建设规模和内容 → content
      建设内容和规模 → content
      建设规模及主要建设内容 → content
      建设规模与内容 → content
      项目建设内容 → content
      项目主要建设内容 → content
      项目概况 → content
      项目简介 → content
      内容及规模 → content
      项目内容 → content
      主要内容 → content
      备注 → remark
      备注（说明） → remark
      备 注 → remark
      说明 → remark
      其他需要说明的情况 → remark
      本月工作 > 下一步工作 → 无
      2026年 > 主要建设内容 → 无
      2026年主要建设内容 → 无
      2026年建设内容 → 无
      2026年度主要建设内容 → 无
      2026年 > 形象进度 → 无
      年度建设内容 → 无
      年度主要建设内容 → 无
      3月 > 工作进展 → 无
      3月份 > 形象进度 → 无
      上月进展情况 → 无
      上月进展 → 无
      下月计划 → next_step
      下月工作计划 → next_step
      时序进度 → 无
      与时序进度差 → 无
      """))
  func `进展、问题、下一步、内容`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      【2026年4月月报】上月形象进度 → 无
      【2026年4月月报】本月形象进度 → progress
      【2026年4月月报】4月形象进度 → progress
      【2026年4月月报】3月形象进度 → 无
      【2026年4月月报】4月进展情况 → progress
      【2026年4月月报】二季度进展情况 → progress
      【2026年4月月报】一季度进展情况 → 无
      【2026年4月月报】截至4月底形象进度 → progress
      【2026年4月月报】截至4月底项目进展 → progress
      【2026年4月月报】1-4月进展情况 → progress
      【2026年4月月报】2026年4月进展情况 → progress
      【2026年4月月报】2026年 > 形象进度 → 无
      【2026年4月月报】2026年目标 > 形象进度目标 → 无
      【2026年4月月报】4月 > 形象进度 → 无
      【2026年4月月报】4月工作情况 > 存在问题 → 无
      一季度进展情况 → progress
      """))
  func `月报里的文字列`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      问题类别 → 无
      问题类型 → 无
      问题分类 → 无
      完成时限 → 无
      解决时限 → 无
      办结时限 → 无
      整改时限 → 无
      年度目标 → 无
      年度工作目标 → 无
      2026年目标 → 无
      2026年度目标 → 无
      2026年形象进度目标 → 无
      年度形象目标 → 无
      完成率 → 无
      投资完成率 → 无
      年度计划完成率 → 无
      完成比例（%） → 无
      完成年度计划比例 → 无
      占年度计划比重 → 无
      排名 → 无
      全市排名 → 无
      投资完成率排名 → 无
      前期手续 → 无
      前期手续办理情况 → 无
      前期手续 > 立项 → 无
      前期手续 > 用地 → 无
      前期手续 > 环评 → 无
      前期手续 > 施工许可证 → 无
      前期工作 > 可研批复 → 无
      立项情况 → 无
      环评 → 无
      现场照片 → 无
      项目照片 → 无
      照片 → 无
      附件 → 无
      """))
  func `目标、比率、排名、手续、照片、时限没有字段`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
