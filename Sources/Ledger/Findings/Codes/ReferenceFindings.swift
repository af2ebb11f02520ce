/// Findings about values that are missing, or not in the catalogue.
extension FindingMeaning {
  static let requiredMissing = error {
    "缺少\($0.label)。"
  } remedy: {
    "请补填\($0.label)。"
  }

  static let refUnknown = error(.byWord) {
    "\($0.label)\($0.quoted)不在目录中，未导入。"
  } remedy: {
    $0.candidates.isEmpty
      ? "请改为目录中的\($0.thing)名称，或留空。" : "是否为\($0.choice)？请按目录名称填写。"
  }

  static let refAmbiguous = warning(.byWord) {
    "\($0.label)\($0.quoted)\($0.isIntent ? "不是确定的" : "可对应多个")\($0.thing)，未导入。"
  } remedy: {
    if !$0.candidates.isEmpty { return "请写明是\($0.choice)。" }
    return $0.isIntent ? "请填写现在所处的\($0.thing)。" : "请写出\($0.thing)的全称。"
  }

  /// The name stays as written in the list, so that nothing is lost; but no query finds it.
  static let registerUnknown = warning(.byWord) {
    "\(Field.registers.label)\($0.quoted)"
      + ($0.isOfHand ? "要由主管单位列入，清单上写了不算，只保留原文。" : "不在目录中，只保留原文，查询和统计都找不到。")
  } remedy: {
    if $0.isOfHand { return "确已列入的，请手工登记。" }
    return $0.candidates.isEmpty
      ? "请改为目录中的清单名称，或先把这个清单加入目录。" : "是否为\($0.choice)？请按目录名称填写。"
  }
}

extension FindingWords {
  /// Whether it is a register of the catalogue that lists cannot put projects on.
  fileprivate var isOfHand: Bool { candidates.first == finding.raw }

  /// Whether a plan or negation in a stage column fits no stage, rather than several.
  fileprivate var isIntent: Bool { field?.field == .stage && candidates.isEmpty }
}
