import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// Layouts known again next month, and told where they were read wrong; invented lists (测试数据).
@Suite struct RecipeTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  static let sender = "东山县项目办"

  static let march = """
    序号,项目名称,建设地点,总投资（万元）,1-3月完成投资（万元）,联系人,亮灯
    1,甲溪轴瓦厂（测试数据）,东山镇,5000,300,甲,绿
    2,乙溪轴瓦厂（测试数据）,东山镇,6000,400,乙,红
    """

  private func prepare(
    _ text: String, name: String = "清单.csv", sender: String? = sender, recipe: String? = nil
  ) throws -> PreparedImport {
    let file = try recipe.map { try RecipeFile(yaml: $0.utf8, scratch.operations.catalogue()) }
    return try scratch.operations.prepare(
      ReceivedFile(name: name, bytes: Array(text.utf8)),
      ImportOptions(year: 2026, sender: sender, recipe: file))
  }

  private func differences(_ prepared: PreparedImport) -> [String] {
    prepared.plan.list.tables.flatMap(\.differences).map { $0.words(prepared.catalogue) }
  }

  private func meanings(_ prepared: PreparedImport) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: prepared.plan.list.tables.flatMap(\.layout.columns).map {
        ($0.letters, $0.meaning.text(prepared.catalogue))
      })
  }

  // MARK: Known again

  @Test func `头一次没有可比的，再来一次版式不变什么也不说`() throws {
    let first = try prepare(Self.march)
    #expect(differences(first).isEmpty)
    _ = try scratch.operations.commit(first)
    let april = Self.march.replacing("1-3月", with: "1-4月").replacing("300", with: "350")
    let second = try prepare(april)
    #expect(differences(second).isEmpty)
    let entry = try #require(try scratch.operations.commit(second))
    #expect(try scratch.operations.recipes().map(\.entry.number) == [entry.number - 1])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `列的增减、改名、单位变化逐条说明`() throws {
    _ = try scratch.operations.commit(prepare(Self.march, name: "3月.csv"))
    let april = """
      序号,项目名称,总投资额（亿元）,1-4月完成投资（亿元）,联系人,亮灯,能耗
      1,甲溪轴瓦厂（测试数据）,0.5,0.035,甲,绿,3
      """
    let prepared = try prepare(april)
    #expect(
      differences(prepared) == [
        "「1-4月完成投资」（D 列）的单位上次是万元，这次是亿元", "「总投资」这次写作「总投资额」（C 列）",
        "本次多了一列：能耗（G 列）", "本次少了一列：建设地点",
      ])
    #expect(prepared.recipe?.file == "3月.csv")
  }

  @Test func `这次没写单位，沿用上次的，并且说出来`() throws {
    _ = try scratch.operations.commit(prepare(Self.march))
    let april = Self.march.replacing("总投资（万元）", with: "总投资").replacing("5000", with: "5100")
    let prepared = try prepare(april)
    #expect(differences(prepared) == ["「总投资」（D 列）没有写单位，沿用上次的万元"])
    #expect(prepared.plan.list.findings.allSatisfy { $0.code != .moneyUnitMissing })
    let change = prepared.plan.rows[0].changes.first { $0.key == FieldKey(.totalInvestment) }
    #expect(change?.after == .money(Money(fen: 5100 * 1_000_000)))
    // Another sender's list is not helped by it.
    let other = try prepare(april, sender: "西山县项目办")
    #expect(other.plan.list.findings.contains { $0.code == .moneyUnitMissing })
  }

  @Test func `没写报送单位的清单，版式像谁的就提示谁，不自作主张`() throws {
    _ = try scratch.operations.commit(prepare(Self.march))
    let unknown = try prepare(Self.march, sender: nil)
    #expect(unknown.plan.sender.isEmpty)
    #expect(unknown.likelySenders == [Self.sender])
    let other = "项目名称,总投资（万元）\n丙溪轴瓦厂（测试数据）,1\n"
    #expect(try prepare(other, sender: nil).likelySenders.isEmpty)
  }

  @Test func `撤销导入，它记下的版式也退回`() throws {
    _ = try scratch.operations.commit(prepare(Self.march))
    let before = try scratch.operations.recipe(of: Self.sender)
    let april = Self.march.replacing("亮灯", with: "能耗").replacing("5000", with: "5200")
    let entry = try #require(try scratch.operations.commit(prepare(april)))
    #expect(try scratch.operations.recipe(of: Self.sender) != before)
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.operations.recipe(of: Self.sender) == before)
    #expect(try scratch.operations.verify().isEmpty)
  }

  // MARK: Told

  /// The header stands below an explanation that looks like one, and names stand under 工程.
  static let odd = """
    某县项目推进表（测试数据）,,,,
    说明：项目名称、总投资、备注都要填,,,,
    工程,额度,情况,备忘,备忘
    甲溪轴瓦厂（测试数据）,5000,一切正常,甲,乙
    样例：请照此填写,1,一切正常,甲,乙
    乙溪轴瓦厂（测试数据）,6000,土地未批,丙,丁
    """

  static let oddRecipe = """
    sender: 东山县项目办
    tables:
    - header: 3
      skip: [5]
      columns:
      - {header: 工程, field: 项目名称}
      - {column: B, field: 总投资, unit: 万元}
      - {column: c, header: 情况, field: progress}
      - {column: E, header: 备忘, field: remark}
      - {column: D, header: 备忘, field: ignore}
    """

  @Test func `认错的版式由人指定：表头、列、单位、不读的行`() throws {
    #expect(throws: OperationError.self) { try prepare(Self.odd) }
    let prepared = try prepare(Self.odd, sender: nil, recipe: Self.oddRecipe)
    #expect(prepared.plan.sender == Self.sender)
    #expect(
      meanings(prepared) == [
        "A": "name", "B": "total_investment", "C": "progress", "D": "", "E": "remark",
      ])
    #expect(prepared.plan.rows.map(\.row.number) == [4, 6])
    #expect(prepared.plan.list.tables[0].layout.rowKinds[5] == .skipped)
    #expect(prepared.plan.rows[0].row.text(.remark) == "乙")
    #expect(
      prepared.plan.rows[0].row[FieldKey(.totalInvestment)]
        == .money(Money(fen: 5000 * 1_000_000)))
  }

  @Test func `指定过的下个月自己记得，表头挪了行、列换了位置也找得到`() throws {
    _ = try scratch.operations.commit(prepare(Self.odd, recipe: Self.oddRecipe))
    let moved = """
      某县项目推进表（测试数据）,,,,,
      填表日期：2026年4月30日,,,,,
      说明：项目名称、总投资、备注都要填,,,,,
      编号,工程,额度,情况,备忘,备忘
      1,甲溪轴瓦厂（测试数据）,5500,一切正常,甲,乙
      2,样例：请照此填写,1,一切正常,甲,乙
      3,丙溪轴瓦厂（测试数据）,7000,土地未批,丙,丁
      """
    let prepared = try prepare(moved)
    #expect(prepared.plan.list.tables[0].layout.headerRows == [4])
    #expect(
      meanings(prepared) == [
        "A": "seq", "B": "name", "C": "total_investment", "D": "progress", "E": "", "F": "remark",
      ])
    #expect(differences(prepared) == ["本次多了一列：编号（A 列）"])
  }

  @Test func `写出来的版式交回去，读法不变；忘掉之后又按规则读`() throws {
    _ = try scratch.operations.commit(prepare(Self.odd, recipe: Self.oddRecipe))
    let recipe = try scratch.operations.recipe(of: Self.sender)
    let text = RecipeText(recipe).text { _ in nil }
    let again = try prepare(Self.odd, recipe: text)
    #expect(meanings(again) == (try meanings(prepare(Self.odd))))
    #expect(again.plan.rows.map(\.row.number) == [4, 6])
    #expect(!again.hasEffect)
    let entry = try scratch.operations.forgetRecipe(of: Self.sender, reason: nil)
    #expect(throws: OperationError.self) { try prepare(Self.odd) }
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.operations.recipe(of: Self.sender) == recipe)
  }

  @Test func `只有版式要记时也写入`() throws {
    _ = try scratch.operations.commit(prepare(Self.march))
    let told = """
      tables:
      - columns:
        - {header: 亮灯, field: ignore}
      """
    let prepared = try prepare(Self.march, recipe: told)
    #expect(prepared.hasEffect)
    let entry = try #require(try scratch.operations.commit(prepared))
    #expect(entry.kind == .decide)
    #expect(try scratch.operations.recipe(of: Self.sender).isTold)
  }

  // MARK: Wrong files

  @Test(arguments: [
    ("tables: []", DecisionFault.Fact.noTables, 1),
    ("tables:\n- header: 五", .malformedRows("五"), 2),
    ("tables:\n- header: 5-3", .malformedRows("5-3"), 2),
    ("tables:\n- rows: 3", .unknownMember("rows"), 2),
    ("tables:\n- columns:\n  - {column: D1, field: 总投资}", .malformedColumn("D1"), 3),
    ("tables:\n- columns:\n  - {column: D, field: 总产值}", .unknownField("总产值"), 3),
    ("tables:\n- columns:\n  - {column: D, field: 总投资, unit: 亩}", .unknownUnit("亩"), 3),
    ("tables:\n- columns:\n  - {field: 总投资}", .incomplete, 3),
    ("tables:\n- sheet: 没有这张表\n  header: 3", .noSuchTable, 2),
    (
      "sender: 西山县项目办\ntables:\n- columns:\n  - {header: 亮灯, field: remark}",
      .otherSender("西山县项目办", list: "东山县项目办"), 1
    ),
  ])
  func `版式文件写错了，说明哪一行`(yaml: String, fact: DecisionFault.Fact, line: Int) throws {
    #expect(throws: DecisionFaults([DecisionFault(line: line, fact)])) {
      try prepare(Self.march, recipe: yaml)
    }
  }

  // MARK: Too much

  @Test(.timeLimit(.minutes(1)))
  func `表写得太多、表头太长的版式不读，说明上限`() throws {
    let table = "- {header: 1, columns: [{column: B, field: name}]}\n"
    let many = "tables:\n" + String(repeating: table, count: 20_000)
    let error = #expect(throws: DecisionFaults.self) { _ = try prepare(Self.march, recipe: many) }
    #expect(error?.faults.first?.fact == .tooManyTables(20_000, limit: 200))
    let long = "tables:\n- {header: 1-900000, columns: [{column: B, field: name}]}\n"
    #expect(throws: DecisionFaults.self) { _ = try prepare(Self.march, recipe: long) }
  }

  @Test func `生成的文件里什么文字都能原样读回`() throws {
    let odd = "*a &b \"c\" \\d\n\u{85}\u{2028}\u{FEFF}\u{FFFF}\u{0} # e *f: - ?[{,"
    let node = try FileNode(
      yaml: "a: &x1\nb: \(YAMLText.quoted(odd)) # \(YAMLText.comment(odd))\n".utf8)
    #expect(node["b"]?.text == odd)
  }
}
