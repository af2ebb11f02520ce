import Testing

@testable import Ledger

/// Findings of one cause are one line for the person who mends them.
@Suite struct FindingGroupTests {
  private func finding(
    _ code: FindingCode, _ cell: String, _ raw: String, _ field: Field = .totalInvestment,
    candidates: [String] = []
  ) -> Finding {
    Finding(code, sheet: "清单", cell: cell, raw: raw, field: FieldKey(field), candidates: candidates)
  }

  private func lines(_ findings: [Finding]) throws -> [String] {
    let catalogue = try Catalogue.shipped()
    return FindingGroup.groups(of: findings).map { $0.whereabouts + "：" + $0.sentence(catalogue) }
  }

  @Test func `同一列同一毛病并成一条，写明几处、头几格和最后一格、数的范围`() throws {
    let rows = [122, 9, 1886, 30, 41]
    #expect(
      try lines(rows.map { finding(.moneyMagnitude, "N\($0)", "\(Double($0) / 100)") }) == [
        "5 处（清单!N9、N30、N41 … N1886）：总投资“0.09”至“18.86”与同列其他数值相差千倍以上，已按原数导入。"
      ])
  }

  @Test func `大于总投资与偏离同列是两回事`() throws {
    #expect(
      try lines([
        finding(.moneyMagnitude, "N5", "3"), finding(.moneyMagnitude, "N6", "9", candidates: ["8"]),
        finding(.moneyMagnitude, "N7", "7", candidates: ["6"]),
      ]) == [
        "2 处（清单!N6、N7）：总投资“9”、“7”大于总投资，已按原数导入。",
        "清单!N5：总投资“3”与同列其他数值相差千倍以上，已按原数导入。",
      ])
  }

  @Test func `不认识的名称按名称归并，错误排在提醒前面`() throws {
    #expect(
      try lines([
        finding(.valueApproximate, "F5", "约5亿元"), finding(.valueApproximate, "F6", "3-5亿元"),
        finding(.valueApproximate, "F11", "10亿元以上"),
        finding(.refUnknown, "P7", "市工信", .leadUnits),
        finding(.refUnknown, "P12", "市工信", .leadUnits),
        finding(.refUnknown, "P9", "市招商", .leadUnits),
      ]) == [
        "2 处（清单!P7、P12）：牵头单位“市工信”不在目录中，未导入。", "清单!P9：牵头单位“市招商”不在目录中，未导入。",
        "2 处（清单!F5、F11）：总投资“约5亿元”、“10亿元以上”是约数，已按所写数值导入。",
        "清单!F6：总投资“3-5亿元”是一个范围，未导入。",
      ])
  }

  @Test func `重复的行少时逐条写明与哪一行重复，多时并成一条`() throws {
    let pairs = (1...6).map { finding(.duplicateInFile, "C\($0)", "甲\($0)", candidates: ["清单 C9"]) }
    #expect(try lines(Array(pairs.prefix(2))).first == "清单!C1：“甲1”与 清单 C9 重复。")
    #expect(
      try lines(pairs) == [
        "6 处（清单!C1、C2、C3 … C6）：“甲1”、“甲2”、“甲3”等与另一行重复。"
      ])
  }

  @Test func `隐藏的行列写成人话`() throws {
    #expect(
      try lines([
        Finding(.hiddenRows, sheet: "清单", cell: "8:8,13:14", raw: ""),
        Finding(.hiddenRows, sheet: "清单", cell: "F:F,H:H", raw: ""),
      ]).sorted() == ["清单：隐藏的 F、H 列未导入。", "清单：隐藏的第 8、13–14 行未导入。"])
  }
}
