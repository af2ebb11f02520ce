import Testing

@testable import Intake

/// Labels of the catalogue and their everyday variants.
@Suite struct SynonymHeaderTests {
  @Test(
    arguments: Example.table(
      """
      项 目 名 称 → name
      项目名称（全称） → name
      项目名称（与备案证一致） → name
      *项目名称 → name
      建设项目名称 → name
      重点项目名称 → name
      项目（工程）名称 → name
      子项目名称 → name
      1.项目名称 → name
      序 号 → seq
      序号 → seq
      No. → seq
      项次 → seq
      序号 No. → seq
      No. 序号 → seq
      项目名称 Project Name → name
      项目名称/Project Name → name
      项目名称（Project Name） → name
      Project Name 项目名称 → name
      建设地点 Location → address
      总投资（万元） Total Investment → total_investment
      总投资 Total Investment（10,000 yuan） → total_investment
      """))
  func `名称和序号`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      项目代码 → code
      投资项目代码 → code
      在线平台项目代码 → code
      投资项目在线审批监管平台代码 → code
      全国投资项目在线审批监管平台代码 → code
      项目代码（在线平台） → code
      平台编码（项目代码） → code
      赋码情况【投资项目代码】 → code
      *项目代码（必填） → code
      项目编号 → local_number
      项目基本情况 → content
      产业链 → chain
      重点产业链名称 → chain
      所属产业链条 → chain
      所属产业链 → chain
      所属重点产业链 → chain
      产业链名称 → chain
      重点产业链 → chain
      产业领域 → chain
      所属产业 → chain
      产业类别 → chain
      关联产业链 → other_chains
      产业链环节 → segment
      产业链环节（上中下游） → segment
      所处环节 → segment
      国民经济行业 → industry
      所属行业 → industry
      行业类别 → industry
      行业 → industry
      行业分类（国民经济） → industry
      建设性质 → nature
      建设性质（新建/续建） → nature
      建设性质（新建、扩建、技改） → nature
      项目性质 → nature
      建设类型 → nature
      项目类别 → 无
      项目类型 → 无
      资金来源 → funding
      资金来源及构成 → funding
      建设资金来源 → funding
      资金筹措方式 → funding
      资金筹措 → funding
      投资来源 → funding
      拟申请资金渠道 → funding
      用地面积 → land_area
      用地面积（亩） → land_area
      占地面积（亩） → land_area
      用地需求 → land_area
      用地需求（亩） → land_area
      用地规模（亩） → land_area
      项目用地（亩） → land_area
      拟用地面积（公顷） → land_area
      总用地面积（亩） → land_area
      占地（亩） → land_area
      用地情况 > 面积（亩） → land_area
      其中：新增建设用地（亩） → 无
      新增建设用地（亩） → 无
      建筑面积 → 无
      建筑面积（平方米） → 无
      就业人数 → jobs
      带动就业（人） → jobs
      新增就业（人） → jobs
      预计带动就业人数 → jobs
      吸纳就业人数（人） → jobs
      解决就业（人） → jobs
      用工需求（人） → jobs
      联系人 → contact
      联系人姓名 → contact
      项目联系人 → contact
      联络员 → contact
      单位联系人 → contact
      联系人及电话 → contact/phone
      联系人及联系电话 → contact/phone
      联系人及联系方式 → contact/phone
      联系人/电话 → contact/phone
      联系人（电话） → contact/phone
      联系人和电话 → contact/phone
      联系人、联系电话 → contact/phone
      联系人及手机号码 → contact/phone
      联系人、电话 → contact/phone
      联络员及电话 → contact/phone
      经办人及电话 → contact/phone
      联系电话 → phone
      联系方式 → phone
      电话 → phone
      手机号码 → phone
      联系人电话 → phone
      联系人联系方式 → phone
      办公电话 → phone
      固定电话 → phone
      包联领导 → leader
      包联市领导 → leader
      市级包联领导 → leader
      责任领导 → leader
      挂点领导 → leader
      挂钩领导 → leader
      联系领导 → leader
      联系市领导 → leader
      分管领导 → leader
      分管市领导 → leader
      牵头市领导 → leader
      市领导 → leader
      市级领导 → leader
      市级责任领导 → leader
      服务领导 → leader
      链长 → leader
      所属项目库 → registers
      项目库 → registers
      列入清单 → registers
      所属打包项目 → package
      打包项目名称 → package
      所属清单 → registers
      2026年工作计划 → 无
      入库时间 → 无
      更新时间 → 无
      数据来源 → 无
      报告原文表述 → 无
      国别 → 无
      审核意见 → 无
      要素保障 > 用地指标 → 无
      要素保障 > 能耗 → 无
      """))
  func `代码、产业、用地、就业、联系、领导`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      2026年计划 > 主要建设内容 → 无
      2026年计划 > 形象进度 → 无
      2026年计划 > 建设内容 → 无
      【截至2026年3月31日】本月 > 形象进度 → 无
      金额 → 无
      建设地点 > 县区 → district
      项目基本情况 > 项目业主 → owner
      责任分工 > 牵头 → lead_units
      责任分工 > 配合 → cooperating_units
      责任落实 > 市级牵头单位 → lead_units
      责任落实 > 责任单位 → responsible_units
      联系人 > 电话 → phone
      联系方式 > 联系人 → contact
      业主联系人 > 联系电话 → phone
      投资方 > 所在地 → 无
      投资方 > 投资方名称 → investor
      投资方 > 联系人 → contact
      合作方情况 > 所在地 → 无
      业主 > 统一社会信用代码 → owner_uscc
      建设单位性质 → 无
      项目单位性质 → 无
      建设单位意见 → 无
      业主类型 → 无
      是否已开工 → 无
      项目总投资（亿元） → total_investment
      总投资（含流动资金） → total_investment
      总投资规模 → total_investment
      投资规模（亿元） → total_investment
      协议引资额 → contract_investment
      注册资本 → 无
      总建筑面积 → 无
      总占地面积（亩） → land_area
      是否重点项目 → 无
      双百项目（是/否） → registers:双百项目
      储备重大项目 → registers:储备重大项目
      """))
  func `其他分级表头`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
