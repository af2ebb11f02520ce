import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// 单位核对表 goes out and comes back; the changes in between are made by another program.
@Suite struct UnitBookTests {
  private static let total = FieldKey(.totalInvestment)

  /// Fills cells of the table by the row's place and the beginning of the column's label.
  private static let fill = """
    import json, sys, openpyxl
    path, out, edits = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    book = openpyxl.load_workbook(path)
    sheet = book['核对表']
    head = next(r for r in sheet.iter_rows() if r[0].value == '序号')
    for row, label, value in edits:
        cell = next(c for c in head if str(c.value).startswith(label))
        sheet.cell(head[0].row + row, cell.column).value = value
    book.save(out)
    print(json.dumps({'rows': sheet.max_row, 'protected': sheet.protection.sheet,
                      'validations': len(sheet.data_validations.dataValidation)}))
    """

  private func exported(_ scratch: ScratchLedger) throws -> [String] {
    try scratch.operations.exportUnits(
      QuestionOptions(filter: [:]), to: scratch.folder.appending(path: "units").path
    ).map(\.path)
  }

  private func filled(
    _ path: String, _ scratch: ScratchLedger, _ edits: [[Any]], clear: [String] = []
  ) throws -> PreparedImport {
    let out = scratch.folder.appending(path: "filled-\(UUID().uuidString).xlsx").path
    let text = String(decoding: try JSONSerialization.data(withJSONObject: edits), as: UTF8.self)
    let facts = try Python.run(Self.fill, [path, out, text])
    #expect(facts["protected"] as? Bool == true)
    #expect(facts["validations"] as? Int == 5)
    return try scratch.operations.prepare(
      try ReceivedFile(path: out), ImportOptions(clear: clear))
  }

  @Test(arguments: [
    "list-march.xlsx", "08-large-1200.xlsx", "14-dates.xlsx", "15-money-units.xlsx",
  ])
  func `原样交回，什么都不变`(list: String) throws {
    let scratch = try ScratchLedger()
    try scratch.commit(list)
    var rows = 0
    for path in try exported(scratch) {
      let prepared = try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions())
      rows += prepared.plan.rows.count
      #expect(prepared.plan.count(.unchanged) == prepared.plan.rows.count, "\(path)")
      #expect(prepared.plan.rows.flatMap(\.changes).isEmpty, "\(path)")
      #expect(prepared.plan.list.findings.filter { $0.severity == .error }.isEmpty, "\(path)")
      #expect(!prepared.hasEffect)
    }
    #expect(rows == (try scratch.snapshot()).count)
  }

  @Test func `只在表里改的采用，两边都改的列出双方和经手人`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let path = try #require(try exported(scratch).first)
    let before = try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions())
    let ids = before.plan.rows.compactMap(\.known?.id)
    try #require(ids.count > 1)
    // After the file went out, one project's total is mended by hand, as is another's remark.
    _ = try scratch.operations.edit(
      String(ids[0]), [Assignment(field: "total_investment", text: "777万元")], reason: nil)
    _ = try scratch.operations.edit(
      String(ids[1]), [Assignment(field: "remark", text: "测试数据：已核")], reason: nil)
    let prepared = try filled(
      path, scratch,
      [[1, "总投资", 888], [1, "存在问题", "测试数据：用地"], [2, "总投资", 999], [2, "备注", "测试数据：已核"]])
    let (first, second) = (prepared.plan.rows[0], prepared.plan.rows[1])
    #expect(first.conflicts.map(\.key) == [Self.total])
    #expect(first.conflicts[0].ledger == .money(Money(fen: 777_000_000)))
    #expect(first.conflicts[0].list == .money(Money(fen: 888_000_000)))
    #expect(prepared.alterations[ids[0]]?[Self.total]?.kind == .edit)
    #expect(first.changes.map(\.key) == [FieldKey(.problems)])
    // The remark was written on both sides alike: nothing to do.
    #expect(second.changes.map(\.key) == [Self.total] && second.conflicts.isEmpty)
    _ = try scratch.operations.commit(prepared)
    let record = try #require(try scratch.snapshot()[ids[0]])
    #expect(record.money(.totalInvestment) == Money(fen: 777_000_000))
    #expect(record.text(.problems) == "测试数据：用地")
    // The same file once more has nothing left to say.
    #expect(try !scratch.operations.prepare(prepared.file, ImportOptions()).hasEffect)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `空白保留台账的值，选定的列才清除`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let path = try #require(try exported(scratch).first)
    let kept = try filled(path, scratch, [[1, "总投资", NSNull()], [1, "阶段", NSNull()]])
    #expect(!kept.hasEffect)
    let cleared = try filled(
      path, scratch, [[1, "总投资", NSNull()], [1, "阶段", NSNull()]], clear: ["总投资"])
    #expect(cleared.plan.rows[0].changes.map(\.key) == [Self.total])
    let id = try #require(cleared.plan.rows[0].known?.id)
    _ = try scratch.operations.commit(cleared)
    let record = try #require(try scratch.snapshot()[id])
    #expect(record[.totalInvestment] == nil && record[.stage] != nil)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `名称空着的行照编号认，名称保留`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let path = try #require(try exported(scratch).first)
    let prepared = try filled(path, scratch, [[1, "项目名称", ""], [1, "备注", "测试数据：好"]])
    #expect(prepared.plan.rows[0].changes.map(\.key) == [FieldKey(.remark)])
    #expect(prepared.plan.list.findings.filter { $0.severity == .error }.isEmpty)
    let cleared = try filled(path, scratch, [[1, "项目名称", "清空"], [1, "备注", "测试数据：好"]])
    #expect(cleared.plan.rows[0].changes.map(\.key) == [FieldKey(.remark)])
    #expect(
      cleared.plan.list.findings.filter { $0.severity == .error }.map(\.code) == [.requiredMissing])
  }

  @Test func `核对表不漏报：没出现在表里的不算不再报，只在表里出现过的以后也不算`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let lists = try exported(scratch)
    let sent = try #require(try lists.max { try rows($0, scratch) < rows($1, scratch) })
    let office = try scratch.operations.prepare(try ReceivedFile(path: sent), ImportOptions()).plan
      .sender
    // The office reported one project itself, and the table that came back holds others.
    let own = scratch.folder.appending(path: "own.csv")
    try Data("项目名称,总投资（万元）\n测试自报项目,100\n".utf8).write(to: own)
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(
        try ReceivedFile(path: own.path), ImportOptions(sender: office)))
    let returned = try filled(sent, scratch, [[1, "备注", "测试数据：核"]])
    #expect(returned.plan.notInFile.isEmpty)
    _ = try scratch.operations.commit(returned)
    #expect(try scratch.operations.queue([.missing]).items.isEmpty)
    try Data("项目名称,总投资（万元）\n测试自报项目,200\n".utf8).write(to: own)
    let again = try scratch.operations.prepare(
      try ReceivedFile(path: own.path), ImportOptions(sender: office))
    #expect(again.plan.notInFile.isEmpty)
    // One that it did report itself is missed.
    try Data("项目名称,总投资（万元）\n朔望光电玻璃窑炉,200\n".utf8).write(to: own)
    let other = try scratch.operations.prepare(
      try ReceivedFile(path: own.path), ImportOptions(sender: office))
    #expect(other.plan.notInFile.map(\.name) == ["测试自报项目"])
  }

  private func rows(_ path: String, _ scratch: ScratchLedger) throws -> Int {
    try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions()).plan.rows.count
  }

  @Test(arguments: ["总投资", "阶段", "形象进度", "产业链", "县区"])
  func `格里写清空，只清除这一格，来源是这一格；两边都改过的仍由人定`(label: String) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let path = try #require(try exported(scratch).first)
    let before = try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions())
    let id = try #require(before.plan.rows.first?.known?.id)
    let held = try #require(try scratch.snapshot()[id])
    let cleared = try filled(path, scratch, [[1, label, "清空"], [2, "备注", "测试数据"]])
    let key = try #require(
      [Field.totalInvestment, .stage, .progress, .chain, .district].first {
        $0.label.hasPrefix(label)
      }.map { FieldKey($0) })
    let changes = cleared.plan.rows[0].changes
    #expect(changes.map(\.key) == (held[key] == nil ? [] : [key]))
    #expect(changes.allSatisfy { $0.after == nil })
    #expect(cleared.plan.list.findings.filter { $0.code == .cellClears }.count == 1)
    #expect(cleared.plan.list.findings.filter { $0.severity == .error }.isEmpty)
    let entry = try #require(try scratch.operations.commit(cleared))
    let record = try #require(try scratch.snapshot()[id])
    #expect(record[key] == nil)
    #expect(
      Set(held.entries.map(\.key))
        == Set(record.entries.map(\.key)).union(held[key] == nil ? [] : [key]))
    #expect(try scratch.operations.verify().isEmpty)
    #expect(try !scratch.operations.prepare(cleared.file, ImportOptions()).hasEffect)
    // Undone, the value stands again; altered by hand since the table went out, a person decides.
    guard held[key] != nil else { return }
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.snapshot()[id]?[key] == held[key])
    if label == "总投资" {
      _ = try scratch.operations.edit(
        String(id), [Assignment(field: "total_investment", text: "777万元")], reason: nil)
      let both = try filled(path, scratch, [[1, label, "清空"]])
      #expect(both.plan.rows[0].conflicts.map(\.key) == [key] && both.plan.rows[0].changes.isEmpty)
    }
  }

  @Test(arguments: ["存在问题", "总投资（万元）", "计划竣工时间", "产业链", "投资方"])
  func `一般清单里写清空，不当作文字写入，也不清除，说明怎样清除`(label: String) throws {
    let lists = ReportedLists(scratch: try ScratchLedger())
    try lists.take("鹿寨县发改局", 3, "备注,投资方", ["远岭冷库,测试数据,甲"])
    let before = try lists.record()
    let list = try lists.prepare("鹿寨县发改局", 4, "备注,\(label)", ["远岭冷库,清空,清空"]).plan.list
    #expect(list.findings.map(\.code) == [.cellDoesNotClear, .cellDoesNotClear])
    #expect(list.findings.map(\.cell) == ["C3", "D3"])
    try lists.take("鹿寨县发改局", 4, "备注,\(label)", ["远岭冷库,清空,清空"])
    #expect(try lists.record() == before)
  }

  @Test func `别的台账写出的表、改坏的编号不写入`() throws {
    let (scratch, other) = (try ScratchLedger(), try ScratchLedger())
    try scratch.commit("list-march.xlsx")
    try other.commit("list-april.xlsx")
    let path = try #require(try exported(other).first)
    let foreign = try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions())
    #expect(foreign.plan.count(.rejected) == foreign.plan.rows.count)
    #expect(foreign.plan.list.findings.contains { $0.code == .markForeign })
    let own = try #require(try exported(scratch).first)
    let spoilt = try filled(own, scratch, [[1, "核对编号", "甲"]])
    #expect(spoilt.plan.rows[0].action == .rejected)
    #expect(spoilt.plan.list.findings.contains { $0.code == .markIllegible })
  }

  @Test func `没动过的格不是报送单位说的：各方所报仍是它原来的清单和月份；改过的格是`() throws {
    let scratch = try ScratchLedger()
    let lists = ReportedLists(scratch: scratch)
    let columns = "牵头单位,总投资（万元）,形象进度"
    try lists.take("市发展改革委", 3, columns, ["远岭冷库,市工业和信息化局,9000,打桩"])
    try lists.take("市工业和信息化局", 3, columns, ["远岭冷库,市工业和信息化局,8000,打桩"])
    try lists.take("市发展改革委", 4, columns, ["远岭冷库,市工业和信息化局,9000,封顶"])
    let before = try words(scratch)
    #expect(before["total_investment"] == "2026-03 清单.csv 8000000000 D3")
    let path = try #require(try exported(scratch).first)
    let returned = try filled(path, scratch, [[1, "备注", "测试数据"], [1, "形象进度", "封顶验收"]])
    _ = try scratch.operations.commit(returned)
    let after = try words(scratch)
    #expect(after["total_investment"] == before["total_investment"])
    #expect(after["lead_units"] == before["lead_units"])
    #expect(after["remark"]?.contains("filled") == true)
    #expect(after["progress"]?.contains("封顶验收") == true)
    #expect(try lists.record().text(.progress) == "封顶验收")
    #expect(try scratch.operations.verify().isEmpty)
  }

  /// What the unit says, by field: month, file, value, cell.
  private func words(_ scratch: ScratchLedger) throws -> [String: String] {
    let statements = try scratch.operations.show("1").statements
    return Dictionary(
      uniqueKeysWithValues: statements.compactMap { key, words in
        words.first { $0.sender == "市工业和信息化局" }.map { word in
          (
            key.text,
            [
              word.month?.text ?? "–", word.origin.fileName ?? "–", word.value.canonical,
              word.origin.cell ?? "–",
            ].joined(separator: " ")
          )
        }
      })
  }

  @Test func `表末新填的项目照常比对`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let path = try #require(try exported(scratch).first)
    let prepared = try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions())
    let next = prepared.plan.rows.count + 1
    let added = try filled(
      path, scratch, [[next, "项目名称", "测试数据星野轴承精密加工基地"], [next, "总投资", 1200]])
    #expect(added.plan.rows.map(\.action).last == .new)
    #expect(added.plan.count(.unchanged) == prepared.plan.rows.count)
  }
}
