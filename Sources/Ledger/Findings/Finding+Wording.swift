extension Finding {
  /// What is wrong, in one short Chinese sentence that quotes the source.
  package func sentence(_ catalogue: Catalogue) -> String {
    sentence(catalogue, quoting: "“\(raw)”", isOne: true)
  }

  /// The sentence about this finding, or about several of the same cause with what is quoted of
  /// them all.
  func sentence(_ catalogue: Catalogue, quoting quoted: String, isOne: Bool) -> String {
    let other = isOne ? candidates.first : nil
    let label = label(catalogue)
    return switch code {
    case .requiredMissing: "缺少\(label)。"
    case .refUnknown: "\(label)\(quoted)不在目录中，未导入。"
    case .refAmbiguous: "\(label)\(quoted)\(isIntent ? "不是确定的" : "可对应多个")\(thing)，未导入。"
    case .moneyUnparsable: "\(label)\(quoted)不是可识别的\(isQuantity ? "数" : "金额")，未导入。"
    case .moneyUnitMissing: "\(label)没有注明金额单位，该列没写单位的数未导入。"
    case .moneyMagnitude where isBeyondAll:
      "\(label)\(quoted)达到 1000 亿元以上，已按原数导入。"
    case .moneyMagnitude:
      candidates.isEmpty
        ? "\(label)\(quoted)与同列其他数值相差千倍以上，已按原数导入。"
        : "\(label)\(quoted)大于总投资\(other.map { " \($0) 万元" } ?? "")，已按原数导入。"
    case .valueApproximate:
      isRange
        ? "\(label)\(quoted)是一个范围，未导入。" : "\(label)\(quoted)是约数，已按所写数值导入。"
    case .currencyForeign: "\(label)\(quoted)是外币，不自动折算，未导入。"
    case .dateUnparsable: "\(label)\(quoted)不是可识别的日期，未导入。"
    case .dateAmbiguous: "\(label)\(quoted)可能是 1 月，也可能是 10 月，未导入。"
    case .dateOrder:
      "竣工时间\(quoted)早于开工时间\(other.map { " \($0)" } ?? "")，已按原样导入。"
    case .codeMalformed: "项目代码\(quoted)格式不对，未导入。"
    case .codePrecisionLost: "项目代码\(quoted)按数字保存，末几位已丢失，未导入。"
    case .codeChecksum: "项目代码\(quoted)的校验位不符，已按原样导入。"
    case .usccChecksum: "统一社会信用代码\(quoted)不符合编码规则，已按原样导入。"
    case .duplicateInFile:
      "\(quoted)与\(other.map { " \($0) " } ?? "另一行")重复，两行都已保留。"
    case .totalMismatch:
      field == nil ? "\(quoted)所写的项数与项目行数不符。" : "\(label)合计\(quoted)与各行之和不符。"
    case .hiddenRows:
      cell.isEmpty
        ? "工作表“\(sheet)”是隐藏的，未导入。"
        : hidesColumns ? "隐藏的 \(hidden) 列未导入。" : "隐藏的第 \(hidden) 行未导入。"
    case .rowUnclear: "\(quoted)没有序号，按分组标题读，但所写的数与下面各行之和不符，可能是一个项目，未作项目导入。"
    case .listYearUnclear: "标题\(quoted)只写了年度范围，没写明是哪一年的清单，“今年”“年度”暂按当前年份理解。"
    case .cellError: "\(label)单元格是错误值 \(raw)，未导入。"
    case .cellUncalculated, .textUnclosedQuote, .textUndecodable, .textCharacters, .textTooLong,
      .textShortened, .columnByContent, .valueNegative, .valueScaled:
      sentenceAboutSource(label, quoted, other)
    case .doneOverTotal, .doneDecreases, .doneNotSum, .stageContradicts:
      sentenceAboutReport(label, quoted, other)
    case .markIllegible: "核对编号被改动，认不出是哪个项目，该行未导入。"
    case .markForeign: "核对编号\(quoted)不是这本台账写出的，该行未导入。"
    case .markUnknown: "核对编号\(quoted)的项目已不在台账里，该行未导入。"
    case .formatUnsupported: "文件不是可识别的表格，未导入。"
    case .formatEncrypted: "文件设有密码，无法打开。"
    }
  }

  /// What would mend it, in one short Chinese sentence.
  package func suggestion(_ catalogue: Catalogue) -> String {
    let label = label(catalogue)
    return switch code {
    case .requiredMissing: "请补填\(label)。"
    case .refUnknown:
      candidates.isEmpty
        ? "请改为目录中的\(thing)名称，或留空。" : "是否为\(choice)？请按目录名称填写。"
    case .refAmbiguous:
      candidates.isEmpty
        ? isIntent ? "请填写现在所处的\(thing)。" : "请写出\(thing)的全称。" : "请写明是\(choice)。"
    case .moneyUnparsable:
      isQuantity ? "请填写阿拉伯数字，如“36.5”。" : "请填写阿拉伯数字，如“5000”或“1.2亿元”。"
    case .moneyUnitMissing: "请在表头或标题注明“单位：万元”。"
    case .moneyMagnitude: "请核对单位是万元还是亿元。"
    case .valueApproximate: "请填写一个确定的数值。"
    case .currencyForeign: "请折算为人民币后填写。"
    case .dateUnparsable:
      field == nil ? "请写成“2025-2027”或“2025年6月至2027年12月”。" : "请写成“2026年3月”或“2026-03-15”。"
    case .dateAmbiguous: "请写成“2026年1月”或“2026年10月”。"
    case .dateOrder: "请核对开工时间和竣工时间。"
    case .codeMalformed: "请填写 20 位数字，如“2211-441900-04-02-310151”。"
    case .codePrecisionLost: "请将该列设为文本格式后重新填写。"
    case .codeChecksum: "请对照赋码文件核对。"
    case .usccChecksum: "请对照营业执照核对 18 位代码。"
    case .duplicateInFile: "若是同一项目，请只保留一行。"
    case .totalMismatch:
      candidates.first.map { "\(field == nil ? "项目行数" : "各行之和")为 \($0)\(unit)，请核对合计或明细。" }
        ?? "请核对合计或明细。"
    case .hiddenRows:
      cell.isEmpty ? "如需导入，请取消隐藏工作表。" : "如需导入，请取消隐藏或筛选。"
    case .rowUnclear: "若是项目，请补填序号后重新导入；若是分组标题，请核对所写的数。"
    case .listYearUnclear: "请用 --year 指明年份，如 --year 2026。"
    case .cellError: "请改正公式，或直接填写数值。"
    case .cellUncalculated, .textUnclosedQuote, .textUndecodable, .textCharacters, .textTooLong,
      .textShortened, .columnByContent, .valueNegative, .valueScaled:
      suggestionAboutSource
    case .doneOverTotal, .doneDecreases, .doneNotSum, .stageContradicts: suggestionAboutReport
    case .markIllegible: "请从原核对表复制该格；新增项目请留空。"
    case .markForeign: "请核对文件是否出自这本台账，或重新导出核对表。"
    case .markUnknown: "请查该项目的去向；确需新增请清空核对编号。"
    case .formatUnsupported: "请另存为 .xlsx 后重新导入。"
    case .formatEncrypted: "请取消密码后重新导入。"
    }
  }

  /// The column's label; with its period or register where it has one.
  private func label(_ catalogue: Catalogue) -> String {
    if let field { return field.label(in: catalogue) }
    // Of the columns for two fields, only the one of start and end holds dates.
    return code == .dateUnparsable || code == .dateAmbiguous ? "起止时间" : "该项"
  }

  /// An area or a head count, which follow the rules of money.
  private var isQuantity: Bool { field?.field.kind == .quantity }

  /// What the field names: 产业链, 单位, 地区 …
  private var thing: String {
    switch field?.field.kind {
    case .reference(let kind), .references(let kind): kind.label
    case .memberships: CatalogueKind.register.label
    default: "内容"
    }
  }

  private var choice: String {
    guard candidates.count > 1, let last = candidates.last else {
      return candidates.map { "“\($0)”" }.joined()
    }
    return candidates.dropLast().map { "“\($0)”" }.joined(separator: "、") + "或“\(last)”"
  }

  /// A plan or a negation in a stage column fits no stage rather than several.
  private var isIntent: Bool { field?.field == .stage && candidates.isEmpty }

  /// A total that no project has, whatever its plan.
  private var isBeyondAll: Bool {
    field?.field == .totalInvestment && candidates == [Money.beyondAll.wanYuan]
  }

  /// Two numbers around a sign of range.
  var isRange: Bool {
    var numbers = 0
    var wasDigit = false
    for scalar in TextFolding.halfWidth(raw).unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
      if isDigit && !wasDigit { numbers += 1 }
      if scalar == "(" || scalar == "其" { break }
      wasDigit = isDigit
    }
    return numbers > 1 && raw.unicodeScalars.contains { Self.rangeSigns.contains($0) }
  }

  /// 8、13–14、21 for the ranges of rows or columns that are hidden.
  private var hidden: String {
    cell.split(separator: ",").map { range in
      let ends = range.split(separator: ":")
      return ends.count == 2 && ends[0] != ends[1]
        ? "\(ends[0])–\(ends[1])" : "\(ends.first ?? range)"
    }.joined(separator: "、")
  }

  /// The unit of the ledger's own sums.
  private var unit: String {
    field?.field.kind == .money || field?.field.kind == .series ? " 万元" : ""
  }

  private var hidesColumns: Bool { cell.unicodeScalars.first.map { $0 >= "A" } ?? false }

  private static let rangeSigns = Set("-—–~～至到－".unicodeScalars)
}
