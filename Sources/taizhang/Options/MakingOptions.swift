import ArgumentParser
import Operations

/// Options for making books, the same for one book and for a set.
struct MakingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("与哪天结束时的台账比，或 last（上一期）", valueName: "日期")) var since: String?
  @Option(help: ArgumentHelp("比到哪天结束时；同 --as-of", valueName: "日期")) var until: String?
  @Option(help: ArgumentHelp("变化简报比两个月所报的数，如 2026-03,2026-06", valueName: "月份"))
  var months: String?
  @Option(help: ArgumentHelp("作为附件发出时写在标题上方，如 附件1", valueName: "附件")) var annex: String?

  @Option(help: ArgumentHelp("整份报表用的纸：A3 或 A4；不写按最宽的表定", valueName: "纸张"))
  var paper: String?
  @Option(help: ArgumentHelp("密级，印在标题上方，如 内部", valueName: "密级")) var secrecy: String?
  @Flag(help: "注明是草稿") var draft = false
  @Option(help: ArgumentHelp("制表单位，印在表头", valueName: "单位")) var maker: String?
  @Option(help: ArgumentHelp("审核人，印在表下；写 '' 留空待签", valueName: "姓名")) var reviewer: String?

  @Flag(help: "同时写出 PDF（电脑上要有 LibreOffice）") var pdf = false

  func options(_ filter: ProjectOptions) throws -> ExportOptions {
    var question = filter.question
    if let until { question.filter["as-of"] = [until] }
    var options = ExportOptions(
      question: question, since: try since.map { try ExportOptions.Beginning($0) },
      annex: annex)
    options.months = try months.map(ExportOptions.months)
    options.paper = try paper.map(ExportOptions.paper)
    options.withPDF = pdf
    options.state(secrecy: secrecy, isDraft: draft, maker: maker, reviewer: reviewer)
    return options
  }
}
