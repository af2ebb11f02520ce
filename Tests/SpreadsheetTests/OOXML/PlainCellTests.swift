import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct PlainCellTests {
  /// Each cell stands here in its plain form, or nearly so.
  private static let cells = [
    "<c r=\"A1\"><v>12.50</v></c>", "<c><v>-1E3</v></c>", "<c r=\"A1\" s=\"1\"><v>46112</v></c>",
    "<c r=\"C1\" s=\"1\" t=\"s\"><v>0</v></c>", "<c t=\"s\" r=\"$B$1\"><v> 1 </v></c>",
    "<c t=\"s\"><v>2</v></c>", "<c t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v></v></c>",
    "<c r=\"A1\" t=\"b\"><v>1</v></c>", "<c t=\"e\"><v>#N/A</v></c>",
    "<c t=\"str\"><v>a_x000D_b</v></c>", "<c t=\"str\"><v>a&amp;b</v></c>",
    "<c t=\"str\"><v>a\r\nb</v></c>", "<c t=\"d\"><v>2026-03-31</v></c>",
    "<c t=\"inlineStr\"><is><t>内</t></is></c>", "<c t=\"inlineStr\"><is><t> 内 </t></is></c>",
    "<c t=\"inlineStr\"><is><t> </t></is></c>", "<c t=\"inlineStr\"><is><t></t></is></c>",
    "<c t=\"inlineStr\"><is><t>_x0041_</t></is></c>", "<c t=\"inlineStr\"><v>1</v></c>",
    "<c><is><t>内</t></is></c>", "<c t=\"x\" s=\"99\"><v>1</v></c>", "<c r=\"D1\" s=\"1\"/>",
    "<c r=\"A1\" r=\"B1\"><v>1</v></c>", "<c r=\"A1\"><v>1</v><v>2</v></c>", "<c r=\"A2\"/>",
    "<c r=\"XFE1\"/>", "<c r=\"A1\"><v>1</c>", "<c r=\"A1\"><v>1</v>", "<c r=\"A1\" s=\"1\"",
    "<c r=\"A1\" s=\"1\" />", "<c r=\"A1\" /x>", "<c r=\"A1\" t=\"str\"><f>B1</f><v>算</v></c>",
    "<c r=\"A1\"><f></f><v></v></c>", "<c t=\"inlineStr\"><f>B1</f><v>1</v></c>",
    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 内</t></is></c>",
    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"></t></is></c>",
    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> </t></is></c>",
    "<c r='A1'><v>1</v></c>", "<c ><v>1</v></c>", "<c\nr=\"A1\"><v>1</v></c>",
  ]

  /// A processing instruction is nothing, but a cell with one in it is not plain.
  @Test(arguments: cells)
  func aPlainCellReadsAsTheSameCellInAnyOtherForm(cell: String) throws {
    var other = cell
    if let end = cell.firstIndex(of: ">") { other.insert(contentsOf: "><?x?", at: end) }
    if cell.hasSuffix("/>") { other = cell.replacing("/>", with: "><?x?></c>") }
    #expect(try outcome(cell) == outcome(other))
  }

  @Test(
    arguments: [
      "<t>字</t>", "<t> 字</t>", "<t> </t>", "<t></t>", "<t xml:space=\"preserve\"> 字</t>",
      "<t xml:space=\"preserve\"> </t>", "<t xml:space=\"preserve\"></t>", "<t>_x0041_</t>",
      "<t>&lt;</t>", "<t>字</t><phoneticPr fontId=\"1\" type=\"noConversion\"/>", "<t>字",
      "<t>字</t><phoneticPr fontId=\"1\"/>", "<t>字</t><t>字</t>", "<t>字</t>字",
    ])
  func aPlainStringReadsAsTheSameStringInAnyOtherForm(item: String) throws {
    let cell = "<c t=\"s\"><v>0</v></c>"
    #expect(try outcome(cell, shared: item) == outcome(cell, shared: "<?x?>" + item))
  }

  @Test func aPlainCellStaysWithinTheLimits() {
    let limits: [(SpreadsheetError.Limit, (inout Limits) -> Void)] = [
      (.textBytes, { $0.textBytes = 400 }), (.depth, { $0.depth = 4 }),
      (.attributes, { $0.attributes = 2 }), (.columns, { $0.columns = 3 }),
      (.sharedTextBytes, { $0.sharedTextBytes = 500 }),
    ]
    let text = String(repeating: "长", count: 200)
    let fixture = WorkbookFixture(
      rows: "<row><c r=\"D1\" s=\"1\" t=\"s\"><v>0</v></c></row>", strings: ["<t>\(text)</t>"])
    #expect(refusal(fixture.bytes) == nil)
    for (limit, change) in limits {
      var changed = Limits.standard
      change(&changed)
      guard case .exceeded(limit, _, _) = refusal(fixture.bytes, limits: changed) else {
        Issue.record("\(limit): \(String(describing: refusal(fixture.bytes, limits: changed)))")
        continue
      }
    }
  }

  @Test func ofSeveralContentsTheLastOneCounts() throws {
    func values(_ cell: String) throws -> [CellValue] {
      let fixture = WorkbookFixture(rows: "<row><c><v>9</v></c>\(cell)<c><v>8</v></c></row>")
      return try #require(try Workbook.read(fixture.bytes).sheets.first).rows[0].cells.map(\.value)
    }
    let (nine, eight) = (CellValue.number(DecimalNumber(9)), CellValue.number(DecimalNumber(8)))
    #expect(
      try values("<c t=\"str\"><v>甲</v><v>乙</v></c>") == [nine, .text("乙"), eight])
    #expect(try values("<c><v>5</v><v></v></c>") == [nine, eight])
    #expect(
      try values("<c t=\"inlineStr\"><is><t>甲</t></is><is><r><t>乙</t></r></is></c>")
        == [nine, .text("乙"), eight])
  }

  @Test func theTextOfARowCountsBeforeTheRowIsThere() {
    let run = "<r><t>\(String(repeating: "长", count: 100))</t></r>"
    let rich = "<c t=\"inlineStr\"><is>\(run)\(run)\(run)</is></c>"
    var limits = Limits.standard
    limits.textBytes = 800
    #expect(refusal(WorkbookFixture(rows: "<row>\(rich)</row>").bytes, limits: limits) != nil)
    limits = .standard
    limits.cellTextBytes = 2_000
    let row = "<row>\(rich)\(rich)\(rich)\(rich)</row>"
    guard
      case .exceeded(.cellTextBytes, _, _) = refusal(
        WorkbookFixture(rows: row).bytes, limits: limits)
    else {
      Issue.record("not refused")
      return
    }
  }

  @Test func rowsOfOneNumberAreJoinedWhateverTheirTextsAre() throws {
    let rows =
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"str\"><v>旧</v></c></row>"
      + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
      + "<row r=\"2\" hidden=\"1\"><c r=\"B2\"><v>2</v></c><c r=\"C2\" t=\"str\"><v>新</v></c></row>"
    let fixture = WorkbookFixture(rows: rows, strings: ["<t>共享</t>"])
    let sheet = try #require(try Workbook.read(fixture.bytes).sheets.first)
    #expect(sheet.rows.map(\.number) == [1, 2])
    #expect(
      sheet.rows[1].cells.map(\.value)
        == [.text("共享"), .number(DecimalNumber(2)), .text("新")])
    #expect(sheet.rows[1].isHidden)
  }

  /// The part is many times as long as what the tokenizer holds of it.
  @Test func aCellMayBeCutByTheEndOfTheBuffer() throws {
    let count = 20_000
    let rows = (1...count).map { number in
      "<row r=\"\(number)\"><c r=\"A\(number)\"><v>\(number)</v></c>"
        + "<c r=\"B\(number)\" t=\"inlineStr\"><is><t>第\(number)行</t></is></c>"
        + "<c r=\"C\(number)\" t=\"s\"><v>\(number - 1)</v></c></row>"
    }
    let fixture = WorkbookFixture(
      rows: rows.joined(), strings: (1...count).map { "<t>共享的第\($0)个</t>" })
    let sheet = try #require(try Workbook.read(fixture.bytes).sheets.first)
    #expect(sheet.rows.count == count)
    for row in sheet.rows {
      let expected: [CellValue] = [
        .number(DecimalNumber(row.number)), .text("第\(row.number)行"), .text("共享的第\(row.number)个"),
      ]
      guard row.cells.map(\.value) != expected else { continue }
      Issue.record("\(row)")
    }
  }

  /// The drawing of a workbook with one cell, or the error in words.
  private func outcome(_ cell: String, shared: String = "<t>共享</t>") throws -> String {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\">\(cell)</row>", strings: [shared, "<t>a_x0041_</t>"],
      styles: WorkbookFixture.styles(["yyyy-mm-dd"]))
    do throws(SpreadsheetError) {
      _ = try Workbook.read(fixture.bytes)
    } catch {
      guard case .damaged(let part, .markup) = error else { return "\(error)" }
      return "broken markup in \(part ?? "")"
    }
    return try drawing(fixture.bytes)
  }
}
