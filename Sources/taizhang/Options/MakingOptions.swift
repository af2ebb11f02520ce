import ArgumentParser
import Operations

/// How books are made: the same for one book and for a set.
struct MakingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("与哪天结束时的台账比，或 last（上一期）", valueName: "日期")) var since: String?
  @Option(help: ArgumentHelp("比到哪天结束时；同 --as-of", valueName: "日期")) var until: String?
  @Option(help: ArgumentHelp("变化简报比两个月所报的数，如 2026-03,2026-06", valueName: "月份"))
  var months: String?
  @Option(help: ArgumentHelp("作为附件发出时写在标题上方，如 附件1", valueName: "附件")) var annex: String?

  func options(_ filter: ProjectOptions) throws -> ExportOptions {
    var question = filter.question
    if let until { question.filter["as-of"] = [until] }
    var options = ExportOptions(
      question: question, since: try since.map { try ExportOptions.Beginning($0) },
      annex: annex)
    options.months = try months.map(ExportOptions.months)
    return options
  }
}
