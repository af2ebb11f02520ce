import Ledger

extension ErrorWording {
  /// Errors of stage moves, receipts and whole imports.
  static func wordsOfActs(_ error: OperationError) -> ErrorWording {
    switch error {
    case .unknownStage(let text):
      Self("没有「\(text)」这个阶段。", "用 taizhang catalogue list stage 查看有哪些阶段。", .usage)
    case .unusualStage(let step):
      Self(
        "从「\(step.from?.name ?? "")」到「\(step.to.name)」\(step.kind == .back ? "是倒退" : "跳过了中间阶段")，没有写入。",
        "确实如此就加 --reason 写明事由。", .usage)
    case .unknownBatch(let text, let known):
      Self(
        "看不懂年度批次「\(text)」。", "写成 2026=开工一批；批次有\(known.joined(separator: "、"))。", .usage)
    case .dayToCome(let date):
      Self(
        "\(date.text) 还没有到，登记的是已经发生的事。",
        "计划的日期用 taizhang edit 写在计划开工、计划竣工时间里，节点的用 --due。", .usage)
    case .unknownMatter(let field, let text, let known):
      Self(
        "项目没有「\(text)」这个\(field.matterWord)。",
        known.isEmpty ? nil : "已登记的有\(known.map { "“\($0)”" }.joined(separator: "、"))。", .usage)
    case .severalMatters(let field, let text, let names):
      Self(
        "有 \(names.count) 个\(field.matterWord)含「\(text)」：\(names.map { "“\($0)”" }.joined(separator: "、"))。",
        "写全名指明是哪一个。", .usage)
    case .dueMissing(let name):
      Self("项目还没有节点「\(name)」，新增要写应完成的日期。", "例如 --due 2026-06-30。", .usage)
    case .notAnImport(let entry):
      Self("第 \(entry) 号凭证不是导入，没有回执。", "用 taizhang entries 查看导入的凭证。", .usage)
    case .incomplete(let rows, let findings):
      Self(
        "要求全部写入，但有 \(rows) 行不能写入或要人核定，\(findings) 处错误，所以什么都没有写入。",
        "改正上面列出的单元格后重试；不加 --all-or-nothing 则先写入其余的行。", .data)
    default: Self(error)
    }
  }
}
