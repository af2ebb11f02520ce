import Testing

@testable import Intake

/// Which month a list reaches, by its titles and notes. 测试数据
@Suite struct SheetNotesTests {
  @Test(
    arguments: [
      ("截至2026年3月底", 2026, 3), ("（截至二〇二八年三月）", 2028, 3), ("截止二○二六年十二月", 2026, 12),
      ("2026年重点项目调度表（截至3月底）", nil, 3), ("截至第一季度", nil, 3), ("截至2026年二季度末", 2026, 6),
      ("2026年一季度重点项目推进情况", 2026, 3), ("2026年上半年完成情况", 2026, 6),
      ("2026年前三季度完成情况", 2026, 9), ("二〇二六年三月重点项目调度表", 2026, 3), ("截至上半年", nil, 6),
    ] as [(String, Int?, Int)])
  func `标题写的截至`(_ text: String, _ year: Int?, _ month: Int) {
    let notes = SheetNotes([text])
    #expect(notes.month == month)
    if let year { #expect(notes.year == year) }
  }

  @Test(arguments: ["2026年重点项目表", "注：计划于2026年三季度开工的项目另列", "十五五规划项目表", "第一批项目"])
  func `没有写截至的，不猜`(_ text: String) { #expect(SheetNotes([text]).month == nil) }
}
