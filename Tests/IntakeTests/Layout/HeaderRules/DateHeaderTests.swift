import Testing

@testable import Intake

/// Dates: planned where the path says so, else actual.
@Suite struct DateHeaderTests {
  @Test(
    arguments: Example.table(
      """
      开工时间 → start_actual
      开工日期 → start_actual
      实际开工时间 → start_actual
      计划开工时间 → start_planned
      预计开工时间 → start_planned
      拟开工时间 → start_planned
      拟开工日期 → start_planned
      开工时间（计划） → start_planned
      开工时间（预计） → start_planned
      开工时间（实际） → start_actual
      计划开工年月 → start_planned
      开工年月 → start_actual
      动工时间 → start_actual
      计划时间 > 开工 → start_planned
      计划时间 > 竣工 → finish_planned
      时间 > 开工 → start_actual
      时间节点 > 开工 → start_actual
      时间节点 > 开工时间 → start_actual
      计划时间节点 > 开工时间 → start_planned
      计划 > 开工时间 → start_planned
      计划 > 竣工时间 → finish_planned
      计划开工 → start_planned
      实际开工 → start_actual
      开工 > 计划 → start_planned
      开工 > 实际 → start_actual
      竣工 > 计划 → finish_planned
      竣工 > 实际 → finish_actual
      计划竣工投产时间 → finish_planned
      预计竣工投产时间 → finish_planned
      计划建成投产日期 → finish_planned
      建成投产时间 → production_date
      签约时间 → sign_date
      拟签约时间 → 无
      开工时间 > 计划 → start_planned
      开工时间 > 实际 → start_actual
      竣工时间 > 预计 → finish_planned
      竣工时间 > 实际时间 → finish_actual
      预计竣工 → finish_planned
      拟建成 → finish_planned
      计划开工月份 → start_planned
      预计建成投产时间 → finish_planned
      计划建设周期 → start_planned/finish_planned
      实际 > 开工时间 → start_actual
      预计时间 > 竣工 → finish_planned
      建设工期 > 开工时间 → start_actual
      建设工期 > 计划竣工时间 → finish_planned
      建设工期（计划） > 开工 → start_planned
      建设起止年限 > 开工 → start_actual
      建设起止年限 > 竣工 → finish_actual
      建设时间 > 开工时间 → start_actual
      建设时间 > 建成时间 → finish_actual
      竣工时间 → finish_actual
      竣工日期 → finish_actual
      实际竣工时间 → finish_actual
      计划竣工时间 → finish_planned
      预计竣工时间 → finish_planned
      预计建成时间 → finish_planned
      拟竣工时间 → finish_planned
      拟建成时间 → finish_planned
      建成时间 → finish_actual
      完工时间 → finish_actual
      计划完工时间 → finish_planned
      预计完工日期 → finish_planned
      计划竣工年月 → finish_planned
      竣工（投产）时间 → finish_actual
      竣工验收时间 → finish_actual
      计划建成投产时间 → finish_planned
      投产时间 → production_date
      计划投产时间 → production_date
      预计投产时间 → production_date
      投产日期 → production_date
      实际投产时间 → production_date
      建成投产时间 → production_date
      签约时间 → sign_date
      签约日期 → sign_date
      签订时间 → sign_date
      合同签订时间 → sign_date
      协议签订日期 → sign_date
      签约年月 → sign_date
      起止年限 → start_planned/finish_planned
      建设起止年限 → start_planned/finish_planned
      建设起止时间 → start_planned/finish_planned
      建设起止年月 → start_planned/finish_planned
      建设起止 → start_planned/finish_planned
      起止年月 → start_planned/finish_planned
      起止时间 → start_planned/finish_planned
      建设周期 → start_planned/finish_planned
      建设工期 → start_planned/finish_planned
      建设年限 → start_planned/finish_planned
      建设期限 → start_planned/finish_planned
      建设期 → start_planned/finish_planned
      开竣工时间 → start_planned/finish_planned
      计划开竣工时间 → start_planned/finish_planned
      开工竣工时间 → start_planned/finish_planned
      开（竣）工时间 → start_planned/finish_planned
      建设周期（起止年限） → start_planned/finish_planned
      项目建设周期 → start_planned/finish_planned
      """))
  func `开竣工、投产、签约、起止`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
