import Foundation
import Intake
import Ledger
import Spreadsheet
import Testing

@testable import Operations
@testable import Storage

/// A project month by month, from monthly lists and by hand. 测试数据
@Suite struct MonthsTests {
  private let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  private func months(_ project: String) throws -> [String] {
    try scratch.operations.show(project).months.map { month in
      [
        month.period.text, month.own?.wanYuan ?? "–", month.toDate?.wanYuan ?? "–",
        month.progress ?? "–",
      ].joined(separator: " ")
    }
  }

  private func edit(_ project: String, _ field: String, _ text: String) throws {
    _ = try scratch.operations.edit(project, [Assignment(field: field, text: text)], reason: nil)
  }

  private func progress(_ project: String) throws -> String? {
    try scratch.operations.show(project).project.record.text(.progress)
  }

  @Test func `各月一列的清单逐月列出，形象进度是清单截至的那个月的`() throws {
    try scratch.commit("03-monthly-dispatch.xlsx")
    #expect(
      try months("1") == [
        "2026-01 139 139 –", "2026-02 185 324 –", "2026-03 162 486 主体工程完成80%，正在进行设备基础施工",
      ])
  }

  @Test func `下个月的清单不盖掉上个月的；撤销了的清单不算`() throws {
    try scratch.commit("list-march.xlsx")
    let april = try scratch.commit("list-april.xlsx")
    let march = "已签订投资协议，正在办理项目公司注册"
    let both = try months("曜桦精制糖产业化项目")
    #expect(both.map { $0.prefix(7) } == ["2026-03", "2026-04"])
    #expect(both[0].hasSuffix(march) && both[1].hasSuffix("已取得施工许可证，正在进行桩基施工"))
    try scratch.undo(april)
    let left = try months("曜桦精制糖产业化项目")
    #expect(left.count == 1 && left[0].hasSuffix(march))
  }

  @Test func `更正过的累计数，逐月表说的是现在的数`() throws {
    for (name, until, column, sum) in [
      ("一月.csv", 1, "2026年1月完成投资（万元）", 450), ("二月.csv", 2, "2026年1-2月完成投资（万元）", 900),
      ("二月更正.csv", 2, "2026年1-2月完成投资（万元）", 1_000),
    ] {
      let list = """
        项目推进情况（截至2026年\(until)月底）
        序号,项目名称,\(column)
        1,测试数据关节模组项目,\(sum)
        """
      let prepared = try scratch.operations.prepare(
        ReceivedFile(name: name, bytes: Array(list.utf8)), ImportOptions(year: 2026, sender: "测试局"))
      _ = try scratch.operations.commit(prepared)
    }
    #expect(
      try months("1").map { $0.replacing(",", with: "") } == [
        "2026-01 450 450 –", "2026-02 550 1000 –",
      ])
  }

  @Test func `撤销了的清单说过的月份不算，哪怕这个项目的值后来有人改过而保留`() throws {
    let list = """
      项目推进情况（截至2026年3月底）
      序号,项目名称,总投资（万元）,形象进度
      1,测试数据关节模组项目,9000,桩基施工
      2,测试数据轴瓦项目,8000,场地平整
      """
    for name in ["测试数据关节模组项目", "测试数据轴瓦项目"] {
      try scratch.add(["name": name])
    }
    try edit("1", "total_investment", "9000万元")
    let prepared = try scratch.operations.prepare(
      ReceivedFile(name: "月报.csv", bytes: Array(list.utf8)), ImportOptions(year: 2026))
    let entry = try scratch.operations.commit(prepared)
    try edit("1", "progress", "基础完成")
    #expect(try months("1").map { $0.prefix(7) } == ["2026-03"])
    try scratch.undo(entry)
    #expect(try progress("1") == "基础完成")
    #expect(try months("1").isEmpty)
  }

  @Test func `手工登记一个月的形象进度，最近一个月的就是项目现在的`() throws {
    let project = try scratch.add(["name": "测试数据关节模组项目"])
    try edit(project, "2026年4月形象进度", "基础完成")
    try edit(project, "2026年3月形象进度", "桩基施工")
    #expect(try progress(project) == "基础完成")
    try edit(project, "2026年5月完成投资", "500万元")
    try edit(project, "monthly_progress.2026-05", "主体施工")
    #expect(
      try months(project) == ["2026-03 – – 桩基施工", "2026-04 – – 基础完成", "2026-05 500 – 主体施工"])
    #expect(try progress(project) == "主体施工")
    try edit(project, "2026年3月形象进度", "")
    #expect(try months(project).count == 2)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `清单已报到四月，手工补三月的形象进度不改现在的`() throws {
    try scratch.commit("list-march.xlsx")
    try scratch.commit("list-april.xlsx")
    let now = try #require(try progress("曜桦精制糖产业化项目"))
    try edit("曜桦精制糖产业化项目", "2026年3月形象进度", "围挡完成")
    #expect(try progress("曜桦精制糖产业化项目") == now)
    #expect(try months("曜桦精制糖产业化项目")[0].hasSuffix("围挡完成"))
  }

  /// Imports a monthly list that states sums of the year only.
  private func report(_ month: Int, done: Int) throws -> Entry? {
    let path = scratch.folder.appending(path: "月报\(month).csv")
    let text =
      "项目推进情况（截至2026年\(month)月底）\n填报单位：鱼峰区发改局\n"
      + "序号,项目名称,总投资（万元）,2026年计划投资（万元）,本年累计完成投资（万元）\n"
      + "1,测试数据关节模组项目,9000,2400,\(done)\n"
    try text.write(to: path, atomically: true, encoding: .utf8)
    let file = try ReceivedFile(path: path.path)
    return try scratch.operations.commit(
      try scratch.operations.prepare(file, ImportOptions(year: 2026)))
  }

  @Test func `月报只报本年累计，上个月的累计留作那个月的，撤销就回去`() throws {
    _ = try report(3, done: 500)
    let before = try scratch.snapshot()
    let april = try report(4, done: 900)
    #expect(try report(4, done: 900) == nil)
    _ = try report(5, done: 1_000)
    #expect(try months("1") == ["2026-03 – 500 –", "2026-04 400 900 –", "2026-05 100 1000 –"])
    let book = scratch.folder.appending(path: "book.xlsx").path
    try scratch.operations.export(.leaders, ExportOptions(question: .init(filter: [:])), to: book)
    let sheet = try Workbook.read(Array(Data(contentsOf: URL(filePath: book)))).sheets
      .first { $0.name == "月度进度" }
    let names = sheet?.rows.compactMap { row -> String? in
      row.cells.compactMap { if case .text(let text) = $0.value { text } else { nil } }
        .first { $0.hasSuffix("月") }
    }
    #expect(names?.filter { $0.count == 2 } == ["3月", "4月", "5月"])
    #expect(try scratch.operations.verify().isEmpty)
    try scratch.undo(try scratch.operations.entries(limit: 1).first)
    try scratch.undo(april)
    #expect(try scratch.snapshot() == before)
  }

  @Test func `只报本年累计的清单，逐月相减得当月`() throws {
    let project = StoredProject(
      id: 1, revision: 4, record: Record([(FieldKey("done.2026")!, .money(Money(fen: 900)))]),
      reach: [FieldKey("done.2026")!: 4])
    func step(_ number: Int64, month: Int, _ before: Int64?, _ after: Int64) -> HistoryStep {
      let source = Source(
        fileName: "月报.xlsx", sha256: "", sender: "", year: 2026, asOfMonth: month, tables: [])
      return HistoryStep(
        entry: Entry(
          number: number, at: Date(timeIntervalSince1970: 0), actor: "测试", kind: .import,
          reason: nil, source: source, undoes: nil, particulars: .init(), counts: .init(),
          hash: ""),
        change: Change(
          project: 1, kind: before == nil ? .create : .update,
          fields: [
            FieldChange(
              key: FieldKey("done.2026")!, before: before.map { .money(Money(fen: $0)) },
              after: .money(Money(fen: after)))
          ]))
    }
    let history = [
      step(2, month: 1, nil, 200), step(3, month: 3, 200, 500), step(4, month: 4, 500, 900),
    ]
    let months = ProjectMonths(project, history, words: [:]).all
    #expect(months.map(\.period.text) == ["2026-01", "2026-03", "2026-04"])
    #expect(months.map(\.own?.fen) == [200, nil, 400])
    #expect(months.map(\.toDate?.fen) == [200, 500, 900])
  }
}
