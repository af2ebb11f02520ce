import Testing

/// What a hand edit should be looked at for is said at the terminal as on the page (测试数据).
@Suite struct EditRemarkTests {
  @Test func `改进去了还要看一眼的，改完就说；没写进去的不说`() throws {
    let program = try Program()
    #expect(try program.run("add", "name=测试数据甲厂", "总投资=20000").status == 0)
    let edited = try program.run("edit", "1", "总投资=100", "2026年计划投资=5000")
    #expect(edited.status == 0)
    #expect(edited.notes.contains("请核对：2026 年度计划投资“5000”大于总投资"), "\(edited.notes)")
    #expect(edited.output.contains("已修改"))
    let again = try program.run("edit", "1", "总投资=100", "2026年计划投资=5000")
    #expect(!again.notes.contains("请核对"))
    let added = try program.run("add", "name=测试数据乙厂", "总投资=100", "2026年计划投资=5000")
    #expect(added.notes.contains("请核对："), "\(added.notes)")
  }
}
