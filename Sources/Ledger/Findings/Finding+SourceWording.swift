/// The words of findings about how a file or a cell is written.
extension Finding {
  func sentenceAboutSource(_ label: String, _ quoted: String, _ other: String?) -> String {
    switch code {
    case .cellUncalculated: "\(label)列有公式没有计算结果，没有结果的格未导入。"
    case .columnByContent: "列\(quoted)的表头认不出，按内容认作\(label)。"
    case .valueNegative: "\(label)\(quoted)是负数，已按负数导入。"
    case .valueScaled:
      "\(label)\(quoted)的单元格格式另有单位或缩放，已按显示的数导入\(other.map { "（\($0) 万元）" } ?? "")。"
    case .textUnclosedQuote: "\(quoted)的引号没有成对，已当作普通字符，后面的行照常读取。"
    case .textUndecodable: "\(quoted)中有认不出的字节，已用“\u{FFFD}”代替。"
    case .textCharacters: "\(quoted)含有不是文字的字符（多见于从 PDF 复制），已去掉。"
    case .textShortened: "\(label)\(quoted)是导出时截短的文字，台账里已有的项目保留全文。"
    default: "\(label)\(quoted)超过 Excel 一格能存的 32767 字，已全文导入，导出的表中会截短。"
    }
  }

  var suggestionAboutSource: String {
    switch code {
    case .cellUncalculated: "请用 Excel 或 WPS 打开原表，重新计算并保存后再导入。"
    case .columnByContent: "若认错了，请在版式或决定文件中写明这一列是什么。"
    case .valueNegative: "冲减、核减请在备注中说明；若不是负数，请改正。"
    case .valueScaled: "请核对单位；若应按单元格里存的数，请改用“常规”格式并注明单位。"
    case .textUnclosedQuote: "请核对这一格和下一行；引号应成对，或写成中文引号。"
    case .textUndecodable: "请对照原件改正这一格，或另存为 .xlsx 后重新导入。"
    case .textCharacters: "请对照原件核对这一格的文字。"
    case .textShortened: "要改这一项，请写全文，或用 taizhang edit。"
    default: "请精简文字，或把长内容放进附件。"
    }
  }
}
