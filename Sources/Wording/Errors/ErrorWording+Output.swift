import Glibc

extension ErrorWording {
  /// The words for an answer that could not be fully output; an act that was written stays written.
  static func wordsOfLostAnswer(_ errno: Int32, _ act: ActState?) -> ErrorWording {
    let reason =
      switch errno {
      case EPIPE: "接收结果的程序已经关闭"
      case ENOSPC: "磁盘已满"
      default: systemText(errno)
      }
    let lost = "结果没有输出完：\(reason)"
    return switch act {
    case nil: Self("\(lost)。", advice: "换一个输出位置再运行一次。", .inputOutput)
    case .notWritten:
      Self("\(lost)；没有写入台账。", advice: "换一个输出位置再运行一次。", .inputOutput)
    case .written(let entry):
      Self("\(lost)；内容已经写入台账，凭证第 \(entry) 号。", .act(.nothing), .inputOutput)
    }
  }

  /// The operating system's own text for an error number.
  static func systemText(_ number: Int32) -> String { String(cString: strerror(number)) }
}
