import Operations
import Spreadsheet
import Wording

/// What is known of a book's content, for people.
enum BookContentWords {
  /// How many differences are told one by one.
  private static let most = 20

  static func lines(_ content: BookVerification.Content) -> [String] {
    switch content {
    case .compared(let comparison): lines(comparison)
    case .checksum(let matches, let reason): ["内容：" + words(matches, reason)]
    }
  }

  private static func lines(_ comparison: WorkbookComparison) -> [String] {
    guard comparison.differences.isEmpty else {
      let shown = comparison.differences.prefix(most).map { "  " + $0.words }
      let rest = comparison.differences.count - shown.count
      return ["内容：导出之后被改过，与台账重新生成的有 \(comparison.differences.count) 处不同："] + shown
        + (rest > 0 ? ["  另有 \(rest) 处。"] : [])
    }
    switch comparison.level {
    case .identical: return ["内容：与台账重新生成的逐字节一致。"]
    case .repacked:
      return ["内容：每个部分都与台账重新生成的逐字节一致；文件重新打包过，或前后接了别的字节。"]
    case .partByPart, .meaning:
      let same = "内容：由别的程序另存过；各表的值、公式、数字格式、隐藏、筛选、合并、批注、链接、数据验证与台账重新生成的一致，字体、颜色、版面没有比对。"
      return [same]
        + comparison.unproven.map { "  无法比对：" + $0.words + "（改过，或是另存时改写的）" }
    }
  }

  private static func words(_ matches: Bool?, _ reason: BookVerification.Reason) -> String {
    let why =
      switch reason {
      case .otherLedger: ""
      case .otherLayout: "由另一版本的程序导出，不能重新生成来比对；"
      case .otherFormat: "由别的程序另存成了别的格式，不能重新生成来比对；"
      case .otherSight: "做它的人看得到的项目和您不同，不能重新生成来比对；"
      case .unreadableStamp: "文件里的报表、筛选、数据月份或比较起点读不出来，不能重新生成来比对；"
      }
    return switch matches {
    case true?: why + "单元格的值与文件里的校验一致，公式、格式、图表没有核对。"
    case false?: why + "导出之后被改过，与文件里的校验不符。"
    case nil: why + "文件里没有校验，无法核对是否改过。"
    }
  }
}
