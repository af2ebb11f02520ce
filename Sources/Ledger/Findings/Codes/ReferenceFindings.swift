/// Values that are missing, or name nothing of the catalogue.
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
}

extension FindingWords {
  /// A plan or a negation in a stage column fits no stage rather than several.
  fileprivate var isIntent: Bool { field?.field == .stage && candidates.isEmpty }
}
