/// Findings about the form of a file or cell.
extension FindingMeaning {
  static let cellError = error(.byWord) {
    "\($0.label)单元格是错误值 \($0.finding.raw)，未导入。"
  } remedy: { _ in
    "请改正公式，或直接填写数值。"
  }

  static let cellUncalculated = error {
    "\($0.label)列有公式没有计算结果，没有结果的格未导入。"
  } remedy: { _ in
    "请用 Excel 或 WPS 打开原表，重新计算并保存后再导入。"
  }

  static let cellClears = warning {
    "\($0.label)写了“\(ClearingWord.text)”，台账里的值将清除。"
  } remedy: { _ in
    "不要清除的，请把这一格留空或写明现值。"
  }

  static let cellDoesNotClear = warning {
    "\($0.label)写了“\(ClearingWord.text)”，清单的格子不清除台账里的值，未导入。"
  } remedy: { _ in
    "确需清除的，请在核对表的这一格写“\(ClearingWord.text)”，或直接修改这个项目；整列以空白为清除的，导入时指明这一列。"
  }

  static let textUnclosedQuote = warning {
    "\($0.quoted)的引号没有成对，已当作普通字符，后面的行照常读取。"
  } remedy: { _ in
    "请核对这一格和下一行；引号应成对，或写成中文引号。"
  }

  static let textUndecodable = warning {
    "\($0.quoted)中有认不出的字节，已用“\u{FFFD}”代替。"
  } remedy: { _ in
    "请对照原件改正这一格，或另存为 .xlsx 后重新导入。"
  }

  static let textCharacters = warning {
    "\($0.quoted)含有不是文字的字符（多见于从 PDF 复制），已去掉。"
  } remedy: { _ in
    "请对照原件核对这一格的文字。"
  }

  static let textTooLong = warning {
    "\($0.label)\($0.quoted)超过 Excel 一格能存的 32767 字，已全文导入，导出的表中会截短。"
  } remedy: { _ in
    "请精简文字，或把长内容放进附件。"
  }

  static let textShortened = warning {
    "\($0.label)\($0.quoted)是导出时截短的文字，台账里已有的项目保留全文。"
  } remedy: { _ in
    "要改这一项，请写全文，或直接修改这个项目。"
  }

  static let formatUnsupported = error { _ in
    "文件不是可识别的表格，未导入。"
  } remedy: { _ in
    "请另存为 .xlsx 后重新导入。"
  }

  static let formatEncrypted = error { _ in
    "文件设有密码，无法打开。"
  } remedy: { _ in
    "请取消密码后重新导入。"
  }
}
