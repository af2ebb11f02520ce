import Glibc
import Ledger
import Spreadsheet
import Storage

/// An error for people: what went wrong, what to do, and the exit code that says it to programs.
package struct ErrorWording: Hashable, Sendable {
  package let sentence: String
  package let hint: String?
  package let exitCode: ExitCode

  /// Exit codes of the command, after `sysexits.h`.
  package enum ExitCode: Int32, Sendable {
    case done = 0
    case doneWithErrors = 1
    case usage = 64
    case data = 65
    case noInput = 66
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
    case interrupted = 130
  }

  init(_ sentence: String, _ hint: String?, _ exitCode: ExitCode) {
    self.sentence = sentence.onOneLine
    self.hint = hint?.onOneLine
    self.exitCode = exitCode
  }

  /// Words any error this program throws.
  package init(_ error: any Error) {
    switch error {
    case let error as OperationError: self = Self.words(error)
    case let error as PairError: self = Self.words(error)
    case let error as InterchangeError: self = Self.words(error)
    case let error as StorageError: self = Self.words(error)
    case let error as SpreadsheetError: self = Self.words(error)
    case let error as FilterError: self = Self.words(error)
    case let error as WriteError: self = Self.words(error)
    case let error as DecisionFaults: self = Self.words(error)
    case let error as FileNode.Failure: self = Self.words(error)
    default: self = Self("程序遇到未预料的错误：\(error)", "请把这句话报给维护人员。", .software)
    }
  }

  // MARK: Operations

  private static func words(_ error: OperationError) -> ErrorWording {
    switch error {
    case .missingFile(let path):
      Self("找不到文件「\(path)」。", "核对路径和文件名；含空格的路径请加引号。", .noInput)
    case .isDirectory(let path):
      Self("「\(path)」是文件夹，不是清单文件。", "请指明文件夹里的清单文件，例如「\(path)/清单.xlsx」。", .noInput)
    case .notAFile(let path, let kind):
      Self(
        "「\(path)」是\(words(kind))，不是文件，不读取。", "先把内容存成文件，再指明那个文件。", .noInput)
    case .fileTooLarge(let path, let bytes, let limit):
      Self(
        "「\(path)」有 \(bytes >> 20) MB，超过上限 \(limit >> 20) MB，不读取。",
        "确认是不是这份文件；清单请拆成几个文件。", .data)
    case .nameNotText(let path):
      Self(
        "「\(path.text)」的名字不是 UTF-8 编码，写下去会成了别的名字，什么都没有做。",
        "换一个名字；已有的文件先改名（mv，或 convmv 整个文件夹）再指明。", .usage)
    case .outputIsLedger(let path):
      Self("「\(path)」是台账自己的文件，不能写成别的东西，什么都没有写。", "换一个文件名。", .cannotCreate)
    case .outputIsInput(let path):
      Self("「\(path)」是这次要读的文件，不能覆盖，什么都没有写。", "换一个文件名或文件夹。", .cannotCreate)
    case .unreadable(let path, let errno):
      Self("无法读取「\(path)」：\(systemText(errno))。", "检查文件权限，或先关闭占用它的程序。", .noInput)
    case .withoutProjectList(let file):
      Self(
        "「\(file)」里没有认出项目清单：没有一行表头能认作“项目名称”，也不是一个项目的申报表。",
        "请确认表头有一列是“项目名称”；若清单在隐藏的工作表里，请取消隐藏后再导入。", .data)
    case .withoutNames(let file):
      Self("「\(file)」的清单没有一行填了项目名称，无法导入。", "补填“项目名称”一列后再导入。", .data)
    case .unknownProject(let text):
      Self("台账里没有编号、项目代码或名称为「\(text)」的项目。", "用 taizhang list -q 关键词 查找。", .noInput)
    case .severalProjects(let text, let ids):
      Self(
        "有 \(ids.count) 个项目名为「\(text)」：编号 \(ids.map { String($0) }.joined(separator: "、"))。",
        "请改用编号指明是哪一个。", .usage)
    case .unknownFields(let names):
      Self(
        "不认识的字段：\(names.joined(separator: "、"))。",
        "字段可写标识（如 total_investment、plan.2026）或表头（如 总投资）。", .usage)
    case .nameMissing: Self("项目必须有名称。", "写 name=项目名称。", .data)
    case .rejectedValues(let findings):
      Self(
        "有 \(findings.count) 个值不能采用：\(findings.map { "\($0.field?.field.label ?? "")「\($0.raw)」" }.joined(separator: "、"))。",
        "改正后重试；什么都没有写入。", .data)
    case .projectExists(let id, let name):
      Self("台账里已有这个项目：编号 \(id)「\(name)」。", "用 taizhang edit \(id) 字段=值 修改它。", .data)
    case .planMoved(let expected, let found):
      Self(
        "导入方案已变（确认的是 \(expected.prefix(12))，现在是 \(found.prefix(12))），没有写入。",
        "重新预览（--dry-run），核对后再提交。", .temporary)
    case .notConfirmed:
      Self("没有确认，什么都没有写入。", "加 --yes 直接写入；导入也可以用 --plan 指明预览过的方案。", .usage)
    case .answerLost(let errno, let act): wordsOfLostAnswer(errno, act)
    case .interrupted: Self("已中断，没有写入台账。", nil, .interrupted)
    case .interruptedAfter(let lists, let entry):
      Self(
        "已中断：在此之前有 \(lists) 份清单写入台账（最后一张是第 \(entry) 号凭证），其余没有写入。",
        "再做一次会接着做；写入的用 taizhang entries 查看。", .interrupted)
    case .notRegistered(let files, let folder, let error):
      Self(
        "已写出 \(files) 个文件到「\(folder)」，但没有登记：\(Self(error).sentence)",
        "先不要发出；排除之后再运行一次 taizhang publish。", Self(error).exitCode)
    case .unknownBook(let name):
      Self(
        "没有名为「\(name)」的报表。",
        "可用：\(Exports.all.map { "\($0.name)（\($0.title)）" }.joined(separator: "、"))。", .usage)
    case .unknownItem(let kind, ""):
      Self("目录里没有「\(kind)」这一类。", "用 taizhang catalogue list 查看有哪些类。", .noInput)
    case .unknownItem(let kind, let code):
      Self("目录「\(kind)」里没有「\(code)」。", "用 taizhang catalogue list \(kind) 查看。", .noInput)
    case .malformedArgument(let text):
      Self("看不懂「\(text)」。", "写成 字段=值，例如 总投资=5亿元。", .usage)
    case .unknownSort(let text):
      Self(
        "不能按「\(text)」排序。",
        "可用：\(ProjectSort.Key.allCases.map(\.rawValue).joined(separator: "、"))；前面加减号为降序。", .usage)
    case .notPromotable(let number):
      Self(
        "第 \(number) 号认定不能升为别名：它不指向目录里的条目，或已撤回。",
        "用 taizhang decisions 查看。", .data)
    case .malformedDay(let text):
      Self("「\(text)」不是日期。", "写成 2026-06-30。", .usage)
    case .malformedPeriod(let text):
      Self("「\(text)」不是年份或月份。", "写成 2025、2026-03 或 2026-01..03。", .usage)
    case .malformedFigure(let text, let unit):
      Self("「\(text)」不是可用的数。", "写数字，单位为\(unit)，例如 12.5\(unit)。", .usage)
    case .notABook(let file):
      Self("「\(file)」不是台账导出的报表，没有版次。", "用 taizhang export 导出的工作簿才能核对。", .data)
    case .withoutBeginning:
      Self(
        "变化简报要有起点，还没有可比的上一期。", "写 --since 2026-03-01，或先用 taizhang publish 发出一期。", .usage)
    case .withoutCandidateRule:
      Self("目录没有写明要由人认定的清单。", "检查 taizhang catalogue show setting double-hundred。", .data)
    case .documentMissing: Self("要写明依据的文件。", "例如 --document 市政府办会议纪要〔2026〕8号。", .usage)
    case .unknownStep(let text):
      Self(
        "没有「\(text)」这个环节。",
        "可用：\(TaskState.Step.allCases.map(\.rawValue).joined(separator: "、"))。", .usage)
    case .unknownStage, .unusualStage, .unknownBatch, .dayToCome, .notAnImport, .incomplete,
      .unknownMatter, .severalMatters, .dueMissing:
      wordsOfActs(error)
    }
  }

  private static func words(_ kind: SpecialFile) -> String {
    switch kind {
    case .pipe: "管道"
    case .socket: "套接字"
    case .device: "设备"
    }
  }

  // MARK: Storage

  private static func words(_ error: StorageError) -> ErrorWording {
    switch error {
    case .missing(let path):
      Self("还没有台账文件「\(path)」。", "先导入清单（taizhang import）或运行 taizhang refresh。", .noInput)
    case .notALedger(let path):
      Self("「\(path)」不是台账文件。", "用 --database 指明台账文件。", .data)
    case .newerSchema(let found, let known):
      Self("台账文件由更新的版本写成（格式 \(found)，本程序认识到 \(known)）。", "请升级 taizhang。", .data)
    case .busy(let path):
      Self("台账「\(path)」正被另一个程序写入。", "稍后再试。", .temporary)
    case .stale(let expected, let found):
      Self(
        "预览之后台账又有变动（预览时第 \(expected) 版，现在第 \(found) 版），没有写入。",
        "重新预览后再提交。", .temporary)
    case .unknownProject(let id):
      Self("没有编号为 \(id) 的项目。", "用 taizhang list 查找。", .noInput)
    case .unknownEntry(let number):
      Self("没有第 \(number) 号凭证。", "用 taizhang entries 查看。", .noInput)
    case .alreadyUndone(let entry, let by):
      Self("第 \(entry) 号凭证已被第 \(by) 号撤销。", "要恢复它，撤销第 \(by) 号。", .data)
    case .cannotUndo(let entry, _):
      Self("第 \(entry) 号凭证不能撤销。", nil, .data)
    case .nothingToUndo(let entry):
      Self("第 \(entry) 号凭证已没有可撤销的内容：它的值后来都改过了。", nil, .data)
    case .damaged(let table, let row):
      Self("台账文件有损坏（\(table) 第 \(row) 行）。", "运行 taizhang verify 查看，再用备份恢复。", .data)
    case .clockAhead(let last, let now):
      Self(
        "电脑时钟是 \(ShanghaiCalendar.text(now))，比上一张凭证（\(ShanghaiCalendar.text(last))）晚 300 天以上，没有写入。",
        "核对电脑的日期和时间；时钟没有错，就加上 --clock-is-right 再做一次。", .data)
    case .clockOutside(let now):
      Self(
        "电脑时钟是 \(ShanghaiCalendar.text(now))，台账记不了这个时间，没有写入。", "校准电脑的日期和时间。", .data)
    case .unfitBackup(let path, let findings):
      Self("备份「\(path)」没有通过核验（\(findings) 处不符），没有恢复。", "换一份备份。", .data)
    case .truncated, .foreignSchema, .losesEntries, .backupIsLedger: wordsOfRestoring(error)
    case .diskFull, .commitUnproven, .notWritable, .notReadable, .unreadableLog, .olderSchema,
      .notAFile, .severalNames, .nameNotText:
      wordsOfPlace(error)
    case .file(let path, _, let errno):
      Self("无法处理「\(path)」：\(systemText(errno))。", nil, .inputOutput)
    case .engine(let code, let message):
      Self("数据库报错（\(code)）：\(message)。", "运行 taizhang verify 检查台账。", .inputOutput)
    default: wordsOfRefusal(error)
    }
  }

  // MARK: Filters

  private static func words(_ error: FilterError) -> ErrorWording {
    func near(_ names: [String]) -> String? {
      names.isEmpty ? nil : "是不是“\(names.joined(separator: "”“"))”？"
    }
    func kind(_ option: FilterOption) -> String {
      option == .area ? CatalogueKind.district.rawValue : option.rawValue
    }
    return switch error {
    case .unknownOption(let name): Self("没有筛选条件 --\(name)。", nil, .usage)
    case .unknownName(let option, let text, let nearest):
      Self(
        "--\(option.rawValue)：目录里没有「\(text)」。",
        near(nearest) ?? "用 taizhang catalogue list \(kind(option)) 查看有哪些。", .usage)
    case .ambiguousName(let option, let text, let candidates):
      Self("--\(option.rawValue)：「\(text)」可以指几个。", near(candidates), .usage)
    case .notMoney(let option, let text):
      Self("--\(option.rawValue)：「\(text)」不是金额。", "写万元数，或带单位，例如 5亿元。", .usage)
    case .notDay(let option, let text):
      Self("--\(option.rawValue)：「\(text)」不是日期。", "写成 2026-06-30。", .usage)
    case .notMonth(let option, let text):
      Self("--\(option.rawValue)：「\(text)」不是月份。", "写成 2026-03。", .usage)
    case .notYear(let option, let text):
      Self("--\(option.rawValue)：「\(text)」不是年份。", "写成 2026。", .usage)
    case .notYesOrNo(let option, let text):
      Self("--\(option.rawValue)：「\(text)」既不是“是”也不是“否”。", "写 yes 或 no。", .usage)
    case .notOneOf(let option, let text, let allowed):
      Self("--\(option.rawValue)：没有「\(text)」。", "可用：\(allowed.joined(separator: "、"))", .usage)
    case .repeated(let option): Self("--\(option.rawValue) 只能写一次。", nil, .usage)
    }
  }

  static func systemText(_ number: Int32) -> String { String(cString: strerror(number)) }
}
