/// Findings about dates, and the years to read them by.
extension FindingMeaning {
  static let dateUnparsable = error {
    "\($0.label)\($0.quoted)不是可识别的日期，未导入。"
  } remedy: {
    $0.field == nil ? "请写成“2025-2027”或“2025年6月至2027年12月”。" : "请写成“2026年3月”或“2026-03-15”。"
  }

  static let dateAmbiguous = warning {
    "\($0.label)\($0.quoted)可能是 1 月，也可能是 10 月，未导入。"
  } remedy: { _ in
    "请写成“2026年1月”或“2026年10月”。"
  }

  static let dateOrder = warning(.apart(most: 5)) {
    "竣工时间\($0.quoted)早于开工时间\($0.other.map { " \($0)" } ?? "")，已按原样导入。"
  } remedy: { _ in
    "请核对开工时间和竣工时间。"
  }

  static let listYearUnclear = warning {
    "标题\($0.quoted)只写了年度范围，没写明是哪一年的清单，“今年”“年度”暂按当前年份理解。"
  } remedy: { _ in
    "请在标题写明是哪一年的清单，或在导入时指明年份。"
  }
}
