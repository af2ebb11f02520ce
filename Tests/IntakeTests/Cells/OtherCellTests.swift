import Testing

@testable import Intake

/// Cells of chains, lists, contacts, yes/no.
@Suite struct OtherCellTests {
  @Test(
    arguments: Example.table(
      """
      产业链 | 新能源、低空经济 → !ref.ambiguous
      产业链 | 新能源汽车 → chain=智能网联及新能源汽车
      产业链 | 新材料 → !ref.ambiguous
      产业链 | 电子信息 → !ref.unknown
      产业链 | 文旅产业 → !ref.unknown
      产业链 | 汽车产业链 → chain=智能网联及新能源汽车
      产业链 | 其他 → 无
      产业链 | AI → chain=人工智能终端及机器人
      产业链 | ＡＩ终端 → chain=人工智能终端及机器人
      产业链 | 汽车 → chain=智能网联及新能源汽车
      产业链 | 新能源产业（储能） → chain=新能源
      产业链 | 新能源/动力电池 → chain=新能源
      产业链 | 林产加工及纸业产业链 → chain=林产加工及纸业
      产业链 | 新能源；未知 → !ref.unknown
      关联产业链 | 新能源、低空经济 → other_chains=新能源、低空经济
      关联产业链 | 新能源、未知链 → other_chains=新能源 !ref.unknown
      关联产业链 | 新材料 → !ref.ambiguous
      """))
  func `产业链`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      所属项目库 | 其他 → 无
      所属项目库 | 无 → 无
      资金来源 | 自有资金、银行贷款 → funding=自有资金、银行贷款
      资金来源 | 自筹/贷款 自筹 → funding=自筹、贷款
      资金来源 | 企业自筹70%，银行贷款30% → funding=企业自筹70%、银行贷款30%
      资金来源 | 中央预算内资金 地方配套 → funding=中央预算内资金、地方配套
      资金来源 | 其他 → funding=其他
      资金来源 | 无 → 无
      资金来源 | 自筹、无 → funding=自筹
      """))
  func `清单、资金来源`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      联系人及电话 | 韦某 13800000000 → contact=韦某 phone=13800000000
      联系人及电话 | 韦某13800000000 → contact=韦某 phone=13800000000
      联系人及电话 | 韦某：0772-2800000 → contact=韦某 phone=0772-2800000
      联系人及电话 | 韦某/13800000000 → contact=韦某 phone=13800000000
      联系人及电话 | 13800000000 → phone=13800000000
      联系人及电话 | 韦某 → contact=韦某
      联系人及电话 | 韦某，138 0000 0000 → contact=韦某 phone=138 0000 0000
      联系人及电话 | 韦某 13800000000、覃某 13900000000 → contact=韦某、覃某 phone=13800000000、13900000000
      联系人及电话 | 韦某（13800000000） → contact=韦某 phone=13800000000
      联系人及电话 | 韦某 （0772）2800000 → contact=韦某 phone=(0772)2800000
      联系人及电话 | 韦某 138-0000-0000 → contact=韦某 phone=138-0000-0000
      联系人及电话 | 韦某 电话：13800000000 → contact=韦某 phone=13800000000
      联系人及电话 | 韦某 +86 13800000000 → contact=韦某 phone=+86 13800000000
      联系人及电话 | 韦某 0772-2800000转801 → contact=韦某 phone=0772-2800000转801
      """))
  func `联系人及电话`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      是否产业项目 | 是 → is_industrial=1
      是否产业项目 | √ → is_industrial=1
      是否产业项目 | Y → is_industrial=1
      是否产业项目 | TRUE → is_industrial=1
      是否产业项目 | y → is_industrial=1
      是否产业项目 | 否 → is_industrial=0
      是否产业项目 | × → is_industrial=0
      是否产业项目 | N → is_industrial=0
      是否产业项目 | FALSE → is_industrial=0
      是否产业项目 | 待定 → 无
      是否产业项目 | x → 无
      """))
  func `是和否`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }
}
