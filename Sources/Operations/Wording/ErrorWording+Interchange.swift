/// Words for what keeps a file for other programs from being made.
extension ErrorWording {
  static func words(_ error: InterchangeError) -> ErrorWording {
    func names(_ formats: [FileFormat]) -> String {
      formats.map(\.rawValue).joined(separator: "、")
    }
    return switch error {
    case .unknownFormat(let text):
      Self("没有「\(text)」这种文件格式。", "可用：\(names(FileFormat.allCases))。", .usage)
    case .formatNotOffered(let format, let name, let offered):
      Self("「\(name)」不能写成 \(format)。", "可写成 \(names(offered))：改扩展名，或用 --format。", .usage)
    case .journalIsWhole:
      Self("凭证只能整本写出，不能按条件挑选。", "去掉筛选条件；--as-of 可写到某一天为止。", .usage)
    case .withoutProjects:
      Self("没有符合条件的项目，没有写出文件。", "OC4IDS 数据包至少有一个项目；请放宽条件。", .data)
    }
  }
}
