extension ErrorWording {
  /// The words for an error of making a file for other programs.
  static func words(_ error: InterchangeError) -> ErrorWording {
    switch error {
    case .unknownFormat(let text, let known):
      Self("没有「\(text)」这种文件格式。", advice: "可用：\(known.joined(separator: "、"))。", .usage)
    case .formatNotOffered(let format, let name, let offered):
      Self("「\(name)」不能写成 \(format)。", .state(.format(offered)), .usage)
    case .journalIsWhole: Self("凭证只能整本写出，不能按条件挑选。", .state(.journalEnd), .usage)
    case .withoutProjects:
      Self("没有符合条件的项目，没有写出文件。", advice: "OC4IDS 数据包至少有一个项目；请放宽条件。", .data)
    }
  }
}
