/// Findings about amounts and quantities.
extension FindingMeaning {
  static let moneyUnparsable = error {
    "\($0.label)\($0.quoted)不是可识别的\($0.isQuantity ? "数" : "金额")，未导入。"
  } remedy: {
    $0.isQuantity ? "请填写阿拉伯数字，如“36.5”。" : "请填写阿拉伯数字，如“5000”或“1.2亿元”。"
  }

  static let moneyUnitMissing = warning {
    "\($0.label)没有注明金额单位，该列没写单位的数未导入。"
  } remedy: { _ in
    "请在表头或标题注明“单位：万元”。"
  }

  static let moneyMagnitude = warning {
    if $0.isBeyondAll { return "\($0.label)\($0.quoted)达到 1000 亿元以上，已按原数导入。" }
    return $0.candidates.isEmpty
      ? "\($0.label)\($0.quoted)与同列其他数值相差千倍以上，已按原数导入。"
      : "\($0.label)\($0.quoted)大于总投资\($0.other.map { " \($0) 万元" } ?? "")，已按原数导入。"
  } remedy: { _ in
    "请核对单位是万元还是亿元。"
  }

  static let valueApproximate = warning {
    $0.finding.isRange
      ? "\($0.label)\($0.quoted)是一个范围，未导入。"
      : "\($0.label)\($0.quoted)是约数，已按所写数值导入。"
  } remedy: { _ in
    "请填写一个确定的数值。"
  }

  static let currencyForeign = warning {
    "\($0.label)\($0.quoted)是外币，不自动折算，未导入。"
  } remedy: { _ in
    "请折算为人民币后填写。"
  }

  static let valueNegative = warning {
    "\($0.label)\($0.quoted)是负数，按负数记。"
  } remedy: { _ in
    "冲减、核减请在备注中说明；若不是负数，请改正。"
  }

  static let valueScaled = warning {
    "\($0.label)\($0.quoted)的单元格格式另有单位或缩放，已按显示的数导入\($0.other.map { "（\($0) 万元）" } ?? "")。"
  } remedy: { _ in
    "请核对单位；若应按单元格里存的数，请改用“常规”格式并注明单位。"
  }
}

extension FindingWords {
  /// Whether the finding is about a total that no project has, whatever its plan.
  fileprivate var isBeyondAll: Bool {
    field?.field == .totalInvestment && candidates == [Money.beyondAll.wanYuan]
  }
}

extension Finding {
  /// Whether the text has several numbers and a range sign.
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

  private static let rangeSigns = Set("-—–~～至到－".unicodeScalars)
}
