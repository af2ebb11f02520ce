/// Findings about rows, columns and totals of a table.
extension FindingMeaning {
  static let duplicateInFile = warning(.apart(most: 5)) {
    "\($0.quoted)与\($0.other.map { " \($0) " } ?? "另一行")重复。"
  } remedy: { _ in
    "若是同一项目，请只保留一行。"
  }

  static let totalMismatch = warning(.apart(most: 5)) {
    $0.field == nil
      ? "\($0.quoted)所写的项数与项目行数不符。" : "\($0.label)合计\($0.quoted)与各行之和不符。"
  } remedy: { words in
    words.candidates.first.map {
      "\(words.field == nil ? "项目行数" : "各行之和")为 \($0)\(words.unit)，请核对合计或明细。"
    } ?? "请核对合计或明细。"
  }

  static let hiddenRows = warning(.apart(most: .max)) {
    if $0.finding.cell.isEmpty { return "工作表“\($0.finding.sheet)”是隐藏的，未导入。" }
    return $0.hidesColumns ? "隐藏的 \($0.hidden) 列未导入。" : "隐藏的第 \($0.hidden) 行未导入。"
  } remedy: {
    $0.finding.cell.isEmpty ? "如需导入，请取消隐藏工作表。" : "如需导入，请取消隐藏或筛选。"
  }

  static let rowUnclear = warning {
    "\($0.quoted)没有序号，按分组标题读，但所写的数与下面各行之和不符，可能是一个项目，未作项目导入。"
  } remedy: { _ in
    "若是项目，请补填序号后重新导入；若是分组标题，请核对所写的数。"
  }

  static let scopeForeign = error {
    "\($0.quoted)不在您的权限范围内，这一行未导入。"
  } remedy: { _ in
    "核对这一行的县区、园区或牵头、责任单位；不是您的项目，请由它的单位报送。"
  }

  static let columnByContent = warning {
    "列\($0.quoted)的表头认不出，按内容认作\($0.label)。"
  } remedy: { _ in
    "若认错了，请在版式或决定文件中写明这一列是什么。"
  }
}

extension FindingWords {
  /// The hidden ranges of rows or columns: 8、13–14、21.
  fileprivate var hidden: String {
    finding.cell.split(separator: ",").map { range in
      let ends = range.split(separator: ":")
      return ends.count == 2 && ends[0] != ends[1]
        ? "\(ends[0])–\(ends[1])" : "\(ends.first ?? range)"
    }.joined(separator: "、")
  }

  fileprivate var hidesColumns: Bool {
    finding.cell.unicodeScalars.first.map { $0 >= "A" } ?? false
  }
}
