import Testing

@testable import Intake

/// Cells of stage columns: stages, conditions, intents.
@Suite struct StageCellTests {
  @Test(
    arguments: Example.table(
      """
      项目阶段 | 谋划 → stage=谋划
      项目阶段 | 储备 → stage=谋划
      项目阶段 | 策划 → stage=谋划
      项目阶段 | 前期 → stage=谋划
      项目阶段 | 前期工作 → stage=谋划
      项目阶段 | 预备 → stage=谋划
      项目阶段 | 谋划中 → stage=谋划
      项目阶段 | 前期阶段 → stage=谋划
      项目阶段 | 储备项目 → stage=谋划
      项目阶段 | 谋划一批 → stage=谋划
      项目阶段 | 包装 → stage=谋划
      项目阶段 | 前期工作阶段 → stage=谋划
      项目阶段 | 洽谈 → stage=洽谈
      项目阶段 | 在谈 → stage=洽谈
      项目阶段 | 对接 → stage=洽谈
      项目阶段 | 对接洽谈 → stage=洽谈
      项目阶段 | 意向 → stage=洽谈
      项目阶段 | 洽谈阶段 → stage=洽谈
      项目阶段 | 在谈项目 → stage=洽谈
      项目阶段 | 正在洽谈 → stage=洽谈
      项目阶段 | 跟踪洽谈 → stage=洽谈
      项目阶段 | 意向洽谈 → stage=洽谈
      项目阶段 | 签约 → stage=签约
      项目阶段 | 新签约 → stage=签约
      项目阶段 | 已签约 → stage=签约
      项目阶段 | 签约阶段 → stage=签约
      项目阶段 | 已签合同 → stage=签约
      项目阶段 | 已签协议 → stage=签约
      项目阶段 | 开工 → stage=开工
      项目阶段 | 新开工 → stage=开工
      项目阶段 | 已开工 → stage=开工
      项目阶段 | 开工一批 → stage=开工
      项目阶段 | 实质性开工 → stage=开工
      项目阶段 | 动工 → stage=开工
      项目阶段 | 已动工 → stage=开工
      项目阶段 | 进场施工 → stage=开工
      项目阶段 | 破土动工 → stage=开工
      项目阶段 | 建设 → stage=建设
      项目阶段 | 在建 → stage=建设
      项目阶段 | 续建 → stage=建设
      项目阶段 | 正在建设 → stage=建设
      项目阶段 | 建设中 → stage=建设
      项目阶段 | 在建项目 → stage=建设
      项目阶段 | 续建项目 → stage=建设
      项目阶段 | 施工中 → stage=建设
      项目阶段 | 主体施工 → stage=建设
      项目阶段 | 设备安装 → stage=建设
      项目阶段 | 设备安装调试 → stage=建设
      项目阶段 | 投产 → stage=投产
      项目阶段 | 竣工 → stage=投产
      项目阶段 | 建成 → stage=投产
      项目阶段 | 竣工投产 → stage=投产
      项目阶段 | 建成投产 → stage=投产
      项目阶段 | 已竣工 → stage=投产
      项目阶段 | 已建成 → stage=投产
      项目阶段 | 完工 → stage=投产
      项目阶段 | 已完工 → stage=投产
      项目阶段 | 通车 → stage=投产
      项目阶段 | 建成通车 → stage=投产
      项目阶段 | 交付使用 → stage=投产
      项目阶段 | 投用 → stage=投产
      项目阶段 | 投入使用 → stage=投产
      项目阶段 | 试生产 → stage=投产
      项目阶段 | 达产 → stage=达产
      项目阶段 | 达产达效 → stage=达产
      项目阶段 | 已达产 → stage=达产
      项目阶段 | 满产 → stage=达产
      项目阶段 | 达效 → stage=达产
      项目阶段 | 全面达产 → stage=达产
      项目状态 | 正常 → condition=正常
      项目状态 | 正常推进 → condition=正常
      项目状态 | 按计划推进 → condition=正常
      项目状态 | 顺利推进 → condition=正常
      项目状态 | 序时推进 → condition=正常
      项目状态 | 正常实施 → condition=正常
      项目状态 | 暂停 → condition=暂停
      项目状态 | 缓建 → condition=暂停
      项目状态 | 停工 → condition=暂停
      项目状态 | 暂缓 → condition=暂停
      项目状态 | 暂缓实施 → condition=暂停
      项目状态 | 暂停实施 → condition=暂停
      项目状态 | 暂停推进 → condition=暂停
      项目状态 | 临时停工 → condition=暂停
      项目状态 | 中止 → condition=暂停
      项目状态 | 停建 → condition=停建
      项目状态 | 已停建 → condition=停建
      项目状态 | 停止建设 → condition=停建
      项目状态 | 长期停工 → condition=停建
      项目状态 | 烂尾 → condition=停建
      项目状态 | 终止 → condition=终止
      项目状态 | 已终止 → condition=终止
      项目状态 | 终止实施 → condition=终止
      项目状态 | 取消 → condition=终止
      项目状态 | 已取消 → condition=终止
      项目状态 | 撤销 → condition=终止
      项目状态 | 解约 → condition=终止
      项目状态 | 不再实施 → condition=终止
      项目状态 | 退库 → condition=退库
      项目状态 | 已退库 → condition=退库
      项目状态 | 移出 → condition=退库
      项目状态 | 移出库 → condition=退库
      项目状态 | 调出 → condition=退库
      项目状态 | 剔除 → condition=退库
      项目状态 | 盘活 → condition=盘活
      项目状态 | 已盘活 → condition=盘活
      项目状态 | 盘活中 → condition=盘活
      项目状态 | 复工 → condition=盘活
      项目状态 | 恢复建设 → condition=盘活
      项目状态 | 复建 → condition=盘活
      项目状态 | 重启 → condition=盘活
      状态 | 拟开工 → !ref.ambiguous
      状态 | 拟建 → !ref.ambiguous
      状态 | 计划开工 → !ref.ambiguous
      状态 | 预计投产 → !ref.ambiguous
      状态 | 待建 → !ref.ambiguous
      状态 | 未开工 → !ref.ambiguous
      状态 | 筹建 → !ref.ambiguous
      状态 | 落地 → !ref.ambiguous
      状态 | 推进 → !ref.ambiguous
      状态 | 已落地 → !ref.ambiguous
      状态 | 部分投产 → !ref.ambiguous
      状态 | 停缓建 → !ref.ambiguous
      状态 | 未签约 → !ref.ambiguous
      状态 | 待定项目 → !ref.ambiguous
      状态 | 低效 → !ref.ambiguous
      状态 | 滞后 → !ref.unknown
      状态 | 征地拆迁 → !ref.unknown
      状态 | 出库 → !ref.unknown
      状态 | 手续办理 → !ref.unknown
      状态 | 受阻 → !ref.unknown
      状态 | 开工、在建 → !ref.ambiguous
      状态 | 在建/停工 → condition=暂停 stage=建设
      状态 | 续建（正常推进） → condition=正常 stage=建设
      状态 | 在建，正常推进 → condition=正常 stage=建设
      """))
  func `阶段和状态的各种写法`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }
}
