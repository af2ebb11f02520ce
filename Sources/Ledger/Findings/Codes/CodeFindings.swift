/// Findings about codes of projects and organisations, and the marks of 核对表.
extension FindingMeaning {
  static let codeMalformed = error {
    "项目代码\($0.quoted)格式不对，未导入。"
  } remedy: { _ in
    "请填写 20 位数字，如“2211-441900-04-02-310151”。"
  }

  static let codePrecisionLost = error {
    "项目代码\($0.quoted)按数字保存，末几位已丢失，未导入。"
  } remedy: { _ in
    "请将该列设为文本格式后重新填写。"
  }

  static let codeChecksum = warning {
    "项目代码\($0.quoted)的校验位不符，已按原样导入。"
  } remedy: { _ in
    "请对照赋码文件核对。"
  }

  static let usccChecksum = warning {
    "统一社会信用代码\($0.quoted)不符合编码规则，已按原样导入。"
  } remedy: { _ in
    "请对照营业执照核对 18 位代码。"
  }

  static let markIllegible = error { _ in
    "核对编号被改动，认不出是哪个项目，该行未导入。"
  } remedy: { _ in
    "请从原核对表复制该格；新增项目请留空。"
  }

  static let markForeign = error {
    "核对编号\($0.quoted)不是这本台账写出的，该行未导入。"
  } remedy: { _ in
    "请核对文件是否出自这本台账，或重新导出核对表。"
  }

  static let markUnknown = error {
    "核对编号\($0.quoted)的项目已不在台账里，该行未导入。"
  } remedy: { _ in
    "请查该项目的去向；确需新增请清空核对编号。"
  }
}
