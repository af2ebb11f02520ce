import ArgumentParser
import Operations

/// The filter options, the same for every question and every book.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("产业链", valueName: "名称")) var chain: [String] = []
  @Flag(help: "关联产业链也算") var otherChains = false
  @Option(help: ArgumentHelp("单位（任何角色）", valueName: "名称")) var unit: [String] = []
  @Option(help: ArgumentHelp("单位的角色：any 或 lead", valueName: "角色")) var unitRole: String?
  @Option(help: ArgumentHelp("阶段", valueName: "名称")) var stage: [String] = []
  @Option(help: ArgumentHelp("状态", valueName: "名称")) var condition: [String] = []
  @Option(help: ArgumentHelp("县区、新区", valueName: "名称")) var area: [String] = []
  @Option(help: ArgumentHelp("项目库/清单，可写 名称@年份:状态", valueName: "名称")) var register: [String] = []
  @Option(help: ArgumentHelp("年度批次，如 2026=开工一批；未列入的写 未列入", valueName: "批次"))
  var batch: [String] = []
  @Option(help: ArgumentHelp("建设性质", valueName: "文字")) var nature: [String] = []
  @Option(help: ArgumentHelp("是否产业项目：yes 或 no", valueName: "是否")) var industrial: String?
  @Option(help: ArgumentHelp("总投资不低于（万元，或带单位）", valueName: "金额")) var minInvestment: String?
  @Option(help: ArgumentHelp("总投资不高于", valueName: "金额")) var maxInvestment: String?
  @Option(
    name: .customShort("q"),
    help: ArgumentHelp("关键词：汉字、全拼或首字母；名称、代码、业主、领导、责任人、地点里找", valueName: "文字")) var query: String?
  @Option(help: ArgumentHelp("包联领导", valueName: "姓名")) var leader: [String] = []
  @Option(help: ArgumentHelp("责任人", valueName: "姓名")) var responsible: [String] = []
  @Option(help: ArgumentHelp("计划开工时间，如 2026-Q3、2026-03..2026-06、..2026-06", valueName: "时间"))
  var startPlanned: [String] = []
  @Option(help: ArgumentHelp("实际开工时间", valueName: "时间")) var startActual: [String] = []
  @Option(help: ArgumentHelp("计划竣工时间", valueName: "时间")) var finishPlanned: [String] = []
  @Option(help: ArgumentHelp("实际竣工时间", valueName: "时间")) var finishActual: [String] = []
  @Option(
    help: ArgumentHelp("某年计划新开工的；写月份则为其中到月底已开工的，如 2026、2026-03", valueName: "时间"))
  var starts: String?
  @Option(help: ArgumentHelp("年度计划完成率低于，如 0.5 或 50%", valueName: "比例"))
  var rateBelow: String?
  @Option(help: ArgumentHelp("本年累计的数据早于某月，如 2026-03", valueName: "月份")) var reachedBefore: String?
  @Flag(help: "本年累计未注明截至月份的") var undated = false
  @Option(help: ArgumentHelp("进度灯：正常、滞后、严重滞后、未报", valueName: "灯")) var light: [String] = []
  @Option(help: ArgumentHelp("年度", valueName: "年")) var year: String?
  @Option(help: ArgumentHelp("台账在这一天结束时的样子", valueName: "日期")) var asOf: String?
  @Option(help: ArgumentHelp("数据截至的月份，如 2026-03", valueName: "月份")) var month: String?
  @Option(help: ArgumentHelp("打包项目计法：packages 或 split", valueName: "计法")) var counting: String?
  @Flag(help: "包括终止、退库的项目") var ended = false
  @Option(help: ArgumentHelp("填了某字段的项目", valueName: "字段")) var has: [String] = []
  @Option(help: ArgumentHelp("缺某字段的项目", valueName: "字段")) var missing: [String] = []
  @Option(help: ArgumentHelp("这一天以来改过的项目", valueName: "日期")) var updatedSince: String?

  /// The given values by the names that filters use.
  var values: [String: [String]] {
    var values: [String: [String]] = [
      "chain": chain, "unit": unit, "stage": stage, "condition": condition, "area": area,
      "register": register, "batch": batch, "nature": nature, "missing": missing, "has": has,
      "leader": leader, "responsible": responsible, "start-planned": startPlanned,
      "start-actual": startActual, "finish-planned": finishPlanned,
      "finish-actual": finishActual, "light": light,
    ]
    let single: [(String, String?)] = [
      ("unit-role", unitRole), ("industrial", industrial), ("min-investment", minInvestment),
      ("max-investment", maxInvestment), ("q", query), ("year", year), ("as-of", asOf),
      ("month", month), ("counting", counting), ("updated-since", updatedSince),
      ("rate-below", rateBelow), ("starts", starts), ("reached-before", reachedBefore),
    ]
    for (name, value) in single { values[name] = value.map { [$0] } ?? [] }
    if otherChains { values["other-chains"] = ["yes"] }
    if undated { values["undated"] = ["yes"] }
    if ended { values["ended"] = ["yes"] }
    return values.filter { !$0.value.isEmpty }
  }

  /// Options for a question without order and paging.
  var question: QuestionOptions { QuestionOptions(filter: values) }
}

/// The filter options plus `--due`, which milestones and problems define differently.
struct ProjectOptions: ParsableArguments {
  @OptionGroup var filter: FilterOptions
  @Option(help: ArgumentHelp("到这个月底应开工或竣工而没有的", valueName: "月份")) var due: String?

  var values: [String: [String]] {
    filter.values.merging(due.map { ["due": [$0]] } ?? [:]) { $1 }
  }

  var question: QuestionOptions { QuestionOptions(filter: values) }
}
