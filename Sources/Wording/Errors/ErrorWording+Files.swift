import Ledger
import Spreadsheet
import SpreadsheetWriting

/// Words for errors of reading or writing a file.
extension ErrorWording {
  static func words(_ error: SpreadsheetError) -> ErrorWording {
    switch error {
    case .stopped: interrupted
    case .empty: Self("文件是空的。", advice: "请对方重新发送。", .data)
    case .encrypted:
      Self("文件设了打开密码，无法读取。", advice: "用 Excel 或 WPS 打开后去掉密码，另存为 .xlsx 再导入。", .data)
    case .unreadableText(let likely):
      Self(
        "文字编码认不出来：读出的满是没有字形的字符\(likely.map { "，可能是 \($0)（繁体中文）编码" } ?? "")，没有读取任何内容。",
        advice: "用 Excel、WPS 或记事本打开，看到的文字正常后，另存为 .xlsx 或 UTF-8 编码的文件再导入。", .data)
    case .unsupported(let kind): unsupported(kind)
    case .noWorkbook: Self("这是压缩包，里面没有工作簿。", advice: "解压后导入其中的表格文件。", .data)
    case .damaged(let part, let damage):
      Self(
        "文件已损坏（\(part.map { $0 + "：" } ?? "")\(words(damage))），没有读取任何内容。",
        advice: "用 Excel 或 WPS 打开修复后另存为 .xlsx，或请对方重新发送。",
        .data)
    case .exceeded(let limit, let part, let at):
      Self(
        "文件超出读取上限（\(words(limit))\(place(part, at))）。",
        advice: "确认是不是项目清单；清单请拆成几个文件。", .data)
    }
  }

  private static func unsupported(_ kind: ContentKind) -> ErrorWording {
    let resave = "用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    return switch kind {
    case .xls: Self("这是 Excel 4.0 或更早的旧格式（.xls）。", advice: resave, .data)
    case .xlsb: Self("这是 Excel 二进制工作簿（.xlsb）。", advice: resave, .data)
    case .webPage: Self("这是网页，只是名字像表格：多半是从系统里导出的。", advice: resave, .data)
    case .xml: Self("这是 XML 文件（可能是 XML 2003 表格）。", advice: resave, .data)
    case .pdf: Self("这是 PDF，不是表格。", advice: "请对方发送原来的表格文件。", .data)
    case .picture: Self("这是图片，不是表格。", advice: "请对方发送原来的表格文件。", .data)
    case .richText, .document: Self("这是文字文档，不是表格。", advice: "把其中的表格复制到工作簿，另存为 .xlsx。", .data)
    case .slides: Self("这是演示文稿，不是表格。", advice: "请对方发送表格文件。", .data)
    case .packed: Self("这是压缩包。", advice: "解压后导入其中的表格文件。", .data)
    case .archive, .binary, .text: Self("这不是可以读取的表格文件。", advice: resave, .data)
    }
  }

  static func words(_ error: WriteError) -> ErrorWording {
    switch error {
    case .folderMissing(let path):
      Self("要写入的文件夹不存在：「\(path)」。", advice: "先建立这个文件夹，或换一个位置。", .cannotCreate)
    case .isFolder(let path):
      Self(
        "「\(path)」是文件夹，不能写成文件。", advice: "写明文件名，例如「\(path)\(path.hasSuffix("/") ? "" : "/")文件名」。",
        .cannotCreate)
    case .notAFile(let path):
      Self("「\(path)」不是可以写入的文件。", advice: "换一个文件名。", .cannotCreate)
    case .notRead(let path):
      Self("「\(path)」是管道，没有程序在读，没有写出。", advice: "写到文件，或先打开读它的程序。", .cannotCreate)
    case .notWritable(let path, let errno):
      Self(
        "无法写入「\(path)」：\(systemText(errno))。", advice: "检查文件夹权限；文件若在 Excel 或 WPS 里打开着，请先关闭。",
        .cannotCreate)
    case .diskFull(let path):
      Self("磁盘已满，没有写出「\(path)」。", advice: "腾出空间后重试。", .inputOutput)
    case .textTooLong(let sheet, let cell):
      Self("文字超过一个单元格能放的 32767 字（\(sheet)!\(cell)）。", advice: "缩短该项目的这段文字。", .data)
    case .outside(let sheet, let row, let column):
      Self(
        "内容超出一张表能放的 1048576 行、16384 列（“\(sheet)”第 \(row) 行第 \(column + 1) 列）。",
        advice: "用筛选条件分成几份，或写成 .csv。", .data)
    case .notFinite(let sheet, let cell):
      Self("有一个数太大或无法计算，写不进“\(sheet)”的 \(cell)。", advice: "核对这一行项目的金额。", .data)
    case .incomplete(let part):
      Self("写出的文件不完整（\(part)），没有采用。", advice: "多半是磁盘已满：腾出空间后重试。", .inputOutput)
    case .sheetName(let name):
      Self("工作表不能叫「\(name)」。", advice: "这是程序的差错，请报给维护人员。", .software)
    case .rowIsOver(let sheet, let row):
      Self("“\(sheet)”第 \(row) 行写的次序不对。", advice: "这是程序的差错，请报给维护人员。", .software)
    case .overlappingMerge(let sheet, let range), .listTooLong(let sheet, let range):
      Self("“\(sheet)”的 \(range) 写不成。", advice: "这是程序的差错，请报给维护人员。", .software)
    case .refused(let sheet, let code):
      Self(
        "工作簿\(sheet.map { "的“\($0)”" } ?? "")没有写成（库错误 \(code)）。", advice: "请把这句话报给维护人员。",
        .inputOutput)
    case .finished: Self("工作簿已经写完，不能再改。", advice: "这是程序的差错，请报给维护人员。", .software)
    }
  }

  private static func words(_ damage: SpreadsheetError.Damage) -> String {
    switch damage {
    case .archive: "压缩包打不开，或者没有传完"
    case .checksum: "校验不符，或者没有传完"
    case .packing: "压缩内容解不开"
    case .duplicate: "同一部分出现了两次"
    case .missing: "缺少这一部分"
    case .outside: "引用指向文件之外"
    case .markup(let offset): "第 \(offset) 字节处不是规范的 XML"
    case .documentType: "XML 带有文档类型声明"
    case .reference(let text): "单元格引用「\(text)」不对"
    case .sharedString(let index): "缺少第 \(index) 条共享文字"
    case .directory: "文件头或目录不对"
    case .chain: "存储区的链断开或绕圈"
    case .record(let offset): "第 \(offset) 字节处的记录不完整"
    case .encoding: "文字编码不能识别"
    }
  }

  /// The position in a file as people see it, never the name of a part.
  private static func place(_ part: String?, _ at: String?) -> String {
    let sheet = part?.firstMatch(of: /sheet([0-9]+)\.xml$/).map { "，第 \($0.1) 个工作表" } ?? ""
    return sheet + (at.map { "，" + (Int($0) == nil ? $0 : "第 \($0) 行") } ?? "")
  }

  private static func words(_ limit: SpreadsheetError.Limit) -> String {
    switch limit {
    case .partBytes: "一部分的字节数"
    case .totalBytes: "解压后的总字节数"
    case .ratio: "压缩比"
    case .parts: "部分的个数"
    case .sheets: "工作表数"
    case .rows: "行数"
    case .columns: "列数"
    case .cells: "单元格数"
    case .styles: "样式数"
    case .merges: "合并单元格数"
    case .textBytes: "一个单元格的文字"
    case .cellTextBytes: "文字总量"
    case .sharedTextBytes: "共享文字总量"
    case .depth: "嵌套层数"
    case .attributes: "属性个数"
    }
  }
}
