package import Ledger

/// The result of an act: facts, with one sentence for all front ends.
package enum Reply: Hashable, Sendable {
  /// The ledger already held all of it.
  case nothingToWrite
  case imported(entry: Int64)
  case edited(project: ProjectID, values: Int, isNew: Bool, entry: Int64)
  /// A reported figure, or a step of a task.
  case noted(entry: Int64)
  /// A milestone or problem: what was done, and its state now.
  case followed(summary: String, state: String, entry: Int64)
  /// An item of the catalogue, with its year if it belongs to one.
  case itemSet(CatalogueKind, name: String, year: Int?, entry: Int64)
  /// Targets and tasks of a year copied to the next as drafts; registers continue by themselves.
  case yearOpened(Int, from: Int, targets: Int, tasks: Int, registers: Int, entry: Int64)
  /// All targets and tasks of the previous year already exist.
  case yearIsOpen(Int)
  case promoted(entry: Int64)
  case revoked(entry: Int64)
  case recipeForgotten(entry: Int64)
  case merged(entry: Int64)
  case undone(entry: Int64)
  case distinguished(ProjectPair, DuplicateDecision.Answer, entry: Int64)
  /// Projects that became, or are no longer, the parts of a package.
  case parts([ProjectID], arePartsOf: ProjectID, isSplit: Bool, entry: Int64)
  case restored(revision: Int64)
  /// Rows of a list wait for a person.
  case waiting(rows: Int)
  /// Waiting items were answered.
  case settled(entries: [Int64])
  case published(books: Int)

  /// What was done, and in which entry.
  package var sentence: String {
    switch self {
    case .nothingToWrite: "台账已是这样，没有需要写入的内容。"
    case .imported(let entry): "已写入，凭证第 \(entry) 号。"
    case .edited(let project, let values, let isNew, let entry):
      "\(isNew ? "已新增" : "已修改")：项目编号 \(project)，\(values) 个值，凭证第 \(entry) 号。"
    case .noted(let entry): "已登记，凭证第 \(entry) 号。"
    case .followed(let summary, let state, let entry):
      "已登记：\(summary)\(state.isEmpty ? "" : "：\(state)")。凭证第 \(entry) 号。"
    case .itemSet(let kind, let name, let year, let entry):
      "已修改\(year.map { " \($0) 年的" } ?? "")\(kind.label)「\(name)」，凭证第 \(entry) 号。"
    case .yearOpened(let year, let from, let targets, let tasks, let registers, let entry):
      "已开立 \(year) 年：沿用 \(from) 年的目标 \(targets) 个、任务 \(tasks) 项为草稿，目标值和环节空着，待下达；"
        + "清单 \(registers) 个照用，\(year) 年的名单为空。凭证第 \(entry) 号。"
    case .yearIsOpen(let year): "\(year) 年已有上年全部目标和任务，没有需要沿用的。"
    case .promoted(let entry): "已升为目录别名，凭证第 \(entry) 号。"
    case .revoked(let entry): "已撤回，凭证第 \(entry) 号。"
    case .recipeForgotten(let entry): "已忘掉，凭证第 \(entry) 号。"
    case .merged(let entry): "已合并，凭证第 \(entry) 号。"
    case .undone(let entry): "已撤销，凭证第 \(entry) 号。"
    case .distinguished(let pair, let answer, let entry):
      "项目 \(pair.first) 和 \(pair.second) \(Self.words(answer))。凭证第 \(entry) 号。"
    case .parts(let parts, let package, let isSplit, let entry):
      "\(parts.map { String($0) }.joined(separator: "、")) \(isSplit ? "已是" : "不再是")项目 \(package) 的子项，凭证第 \(entry) 号。"
    case .restored(let revision): "已恢复，台账现为第 \(revision) 版。"
    case .settled(let entries):
      "已处理，凭证第 \(entries.map { String($0) }.joined(separator: "、")) 号。"
    case .waiting(let rows): "有 \(rows) 行等人核定，没有写进项目；已随清单留在台账里，以后不用再找原文件。"
    case .published(let books): "已发出\(books)份报表并登记。"
    }
  }

  /// What can be done next: mostly the act that undoes this one.
  package var next: Hint? {
    switch self {
    case .imported(let entry), .merged(let entry), .yearOpened(_, _, _, _, _, let entry):
      .act(.undo(entry: entry))
    case .waiting: .act(.answerQueue)
    case .settled(let entries): entries.isEmpty ? nil : .act(.undoAll(entries: entries))
    case .undone(let entry), .recipeForgotten(let entry): .act(.restore(undoing: entry))
    case .distinguished(_, .later, _): .see(.putOffPairs)
    case .nothingToWrite, .edited, .noted, .followed, .itemSet, .yearIsOpen, .promoted, .revoked,
      .distinguished,
      .parts, .restored, .published:
      nil
    }
  }

  /// The remark for a project whose code other projects already have.
  package static func codeIsTaken(by projects: [ProjectID]) -> String {
    "这个项目代码已是编号 \(projects.map { String($0) }.joined(separator: "、")) 的项目的；同一个项目就合并，不是就改正"
  }

  private static func words(_ answer: DuplicateDecision.Answer) -> String {
    switch answer {
    case .different: "认定为不同项目，今后不再问"
    case .later: "先搁置"
    case .revoked: "的认定已收回"
    }
  }
}
