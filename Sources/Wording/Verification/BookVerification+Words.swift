import Spreadsheet

/// The result for a book's content in words: the verdict, and each difference below it.
extension BookVerification.Content {
  /// The maximum number of differences listed.
  private static let most = 20

  /// The verdict: 导出之后被改过，与台账重新生成的有 2 处不同.
  package var verdict: String {
    switch self {
    case .compared(let comparison): Self.verdict(comparison)
    case .checksum(let matches, let reason): Self.words(matches, reason)
    }
  }

  /// The differences, or what could not be compared, and how many more there are.
  package var particulars: [String] {
    guard case .compared(let comparison) = self else { return [] }
    guard comparison.differences.isEmpty else {
      let shown = comparison.differences.prefix(Self.most).map(\.words)
      let rest = comparison.differences.count - shown.count
      return shown + (rest > 0 ? ["另有 \(rest) 处。"] : [])
    }
    return comparison.unproven.map { "无法比对：" + $0.words + "（改过，或是另存时改写的）" }
  }

  private static func verdict(_ comparison: WorkbookComparison) -> String {
    guard comparison.differences.isEmpty else {
      return "导出之后被改过，与台账重新生成的有 \(comparison.differences.count) 处不同："
    }
    return switch comparison.level {
    case .identical: "与台账重新生成的逐字节一致。"
    case .repacked: "每个部分都与台账重新生成的逐字节一致；文件重新打包过，或前后接了别的字节。"
    case .partByPart, .meaning:
      "由别的程序另存过；各表的值、公式、数字格式、隐藏、筛选、合并、批注、链接、数据验证与台账重新生成的一致，字体、颜色、版面没有比对。"
    }
  }

  private static func words(_ matches: Bool?, _ reason: BookVerification.Reason) -> String {
    let why =
      switch reason {
      case .otherLedger: ""
      case .otherLayout: "由另一版本的程序导出，不能重新生成来比对；"
      case .otherFormat: "由别的程序另存成了别的格式，不能重新生成来比对；"
      case .otherSight: "做它的人看得到的项目和您不同，不能重新生成来比对；"
      case .chosenColumns: "项目清单按导出时选的列做成，不重新生成来比对；"
      case .unreadableStamp: "文件里的报表、筛选、数据月份或比较起点读不出来，不能重新生成来比对；"
      }
    return switch matches {
    case true?: why + "单元格的值与文件里的校验一致，公式、格式、图表没有核对。"
    case false?: why + "导出之后被改过，与文件里的校验不符。"
    case nil: why + "文件里没有校验，无法核对是否改过。"
    }
  }
}

extension BookVerification {
  /// The ledger that made it, and when.
  package var origin: String {
    isOurs
      ? "本台账第 \(revision) 版；台账现在是第 \(current) 版。"
      : "不是这本台账导出的（第 \(revision) 版的凭证校验不符）。"
  }

  /// What changed since; nil for a book of another ledger.
  package var since: String? {
    if !isOurs { return nil }
    if entries.isEmpty { return "导出之后台账没有变动。" }
    return "此后有 \(entries.count) 张凭证，涉及这份报表的 \(touched) 个项目。"
  }
}
