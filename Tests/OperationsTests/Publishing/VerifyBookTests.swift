import Foundation
import Intake
import Ledger
import Spreadsheet
import Storage
import Testing
import Wording

@testable import Operations

extension BookVerification {
  /// Whether every part is what the ledger lays out again.
  var isIdentical: Bool {
    if case .compared(let comparison) = content { comparison.level == .identical } else { false }
  }

  /// What differs, for sure or perhaps.
  var differences: [WorkbookDifference] {
    guard case .compared(let comparison) = content else { return [] }
    return comparison.differences + comparison.unproven
  }
}

/// A book on a operations is held against the one that the ledger lays out again at its revision.
@Suite struct VerifyBookTests {
  private let ledger: BookLedger
  private var operations: LedgerOperations { ledger.scratch.operations }

  init() throws { ledger = try BookLedger() }

  private func path(_ name: String) -> String {
    ledger.scratch.folder.appending(path: name).path
  }

  private func verify(_ path: String) throws -> BookVerification {
    try operations.verify(book: FilePath(path))
  }

  // MARK: Lists

  @Test func `按选的列导出的项目清单，核得出是不是这本台账的，不说读不出来`() throws {
    let path = try operations.exportList(
      QuestionOptions(filter: [:]), columns: [.id, .field(.name), .field(.done)],
      to: ledger.scratch.folder.path)
    let found = try verify(path)
    #expect(found.isOurs)
    guard case .checksum(true, .chosenColumns) = found.content else {
      Issue.record("\(found.content)")
      return
    }
  }

  // MARK: Untouched

  @Test(arguments: Book.allCases)
  func `没动过的每一种报表，不论怎么导出、此后台账怎么变，都逐字节一致`(book: Book) throws {
    let since = try ExportOptions.Beginning(BookLedger.listed)
    var filters: [[String: [String]]] = [
      [:], ["month": ["2026-02"]], ["chain": ["新能源"], "as-of": [BookLedger.listed]],
      ["nature": ["A&B=C%26 \u{1}", "新建"], "ended": ["yes"], "counting": ["split"]],
    ]
    filters.append(["q": [String(repeating: "很长的查询", count: 60)]])
    filters.append([
      "light": ["滞后、严重滞后"], "rate-below": ["90%"], "has": ["总投资"],
      "start-planned": ["2026-01.."], "leader": ["测试"],
    ])
    filters.append(["light": ["正常、滞后、严重滞后"]])
    var paths: [String] = []
    for (index, filter) in filters.enumerated() {
      let options = ExportOptions(
        question: QuestionOptions(filter: filter),
        since: index == 2 && book != .changes ? nil : since, withPersonalData: index == 0,
        annex: index == 1 ? "附件1" : nil)
      paths.append(
        try operations.export(book, options, to: path("\(book.rawValue)-\(index).xlsx")))
    }
    for path in paths { #expect(try verify(path).isIdentical, "\(path)") }
    _ = try operations.edit("1", [Assignment(field: "总投资", text: "9亿元")], reason: "测试")
    _ = try operations.edit("2", [Assignment(field: "2027年计划投资", text: "5000")], reason: "测试")
    _ = try operations.setItem(
      .chain, code: "new-energy", isNew: false, [(path: "name", text: "改了名的产业链")], reason: nil)
    _ = try operations.setItem(
      .setting, code: "light", isNew: false, [(path: "normal_at_least", text: "50")], reason: nil)
    for path in paths {
      let later = try verify(path)
      #expect(later.isIdentical && later.isUnaltered == true, "\(path) \(later.differences)")
      #expect(later.entries.count >= 3)
    }
  }

  @Test func `核对表另存时多写了空的第二公式，不算改过`() throws {
    let files = try operations.exportUnits(QuestionOptions(filter: [:]), to: path("units"))
    let file = try #require(files.first)
    let found = try resaved(
      file.path,
      """
      for sheet in book.worksheets:
          for choice in sheet.data_validations.dataValidation: choice.formula2 = '0'
      """)
    #expect(!found.differences.contains { $0.aspect == .choices }, "\(found.differences)")
  }

  @Test func `另存时换了页脚的字，说可能改过`() throws {
    let path = try operations.export(
      .chains, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    let found = try resaved(path, "book.worksheets[1].oddFooter.center.text = '绝密'")
    #expect(found.differences.contains { $0.aspect == .headers } && found.isUnaltered != true)
  }

  @Test func `文件前后接了别的字节，不说逐字节一致`() throws {
    let path = try operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("别的".utf8))
    try file.close()
    guard case .compared(let comparison) = try verify(path).content else {
      Testing.Issue.record("not compared")
      return
    }
    #expect(comparison.level == .repacked && comparison.isSame)
  }

  @Test func `单位核对表也能重新生成来比对`() throws {
    let files = try operations.exportUnits(QuestionOptions(filter: [:]), to: path("units"))
    _ = try operations.edit("1", [Assignment(field: "总投资", text: "9亿元")], reason: "测试")
    for file in files { #expect(try verify(file.path).isIdentical, "\(file.title)") }
  }

  @Test func `被杀掉的核对留下的，下一次清掉；正在用的不动`() throws {
    let parent = ledger.scratch.folder.appending(path: "tmp").path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    let left = parent + "/taizhang-scratch-1"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    try Data([1]).write(to: URL(filePath: left + "/book.xlsx"))
    let used = try ScratchFolder(in: parent)
    let other = try ScratchFolder(in: parent)
    func names() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: parent))
    }
    #expect(try names() == Set([used, other].map { URL(filePath: $0.path).lastPathComponent }))
  }

  @Test func `许多核对同时来，谁也不清掉谁的`() async throws {
    let parent = ledger.scratch.folder.appending(path: "many").path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<100 {
            let folder = try ScratchFolder(in: parent)
            #expect(FileManager.default.fileExists(atPath: folder.path))
            withExtendedLifetime(folder) {}
          }
        }
      }
      try await group.waitForAll()
    }
  }

  // MARK: Altered

  /// Puts another text into a part of a package.
  private static let patch = """
    import json, re, sys, zipfile
    path, out, changes = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    book = zipfile.ZipFile(path)
    done = 0
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as new:
        for part in book.namelist():
            text = book.read(part)
            for name, pattern, to in changes:
                if re.fullmatch(name, part):
                    text, count = re.subn(pattern.encode(), to.encode(), text, count=1)
                    done += count
            new.writestr(part, text)
    print(json.dumps({'done': done}))
    """

  private func patched(_ path: String, _ changes: [[String]]) throws -> String {
    let out = self.path("patched-\(UUID().uuidString).xlsx")
    let text = String(decoding: try JSONSerialization.data(withJSONObject: changes), as: UTF8.self)
    let said = try Python.run(Self.patch, [path, out, text])
    #expect(said["done"] as? Int ?? 0 > 0, "\(changes)")
    return out
  }

  /// Name, part, pattern, replacement, and what is to be told.
  struct Tampering: CustomTestStringConvertible, Sendable {
    let name: String
    let part: String
    let pattern: String
    let text: String
    let aspect: WorkbookDifference.Aspect

    init(
      _ name: String, _ part: String, _ pattern: String, _ text: String,
      _ aspect: WorkbookDifference.Aspect
    ) {
      (self.name, self.part, self.pattern) = (name, part, pattern)
      (self.text, self.aspect) = (text, aspect)
    }

    var testDescription: String { name }
  }

  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let tamperings: [Tampering] = [
    .init("改一个数", sheet, "(<c r=\"B\\d+\" s=\"\\d+\"><v>)\\d+", "\\g<1>987654", .value),
    .init(
      "数换成公式", sheet, "(<c r=\"B\\d+\" s=\"\\d+\">)(<v>\\d)", "\\g<1><f>1+1</f>\\g<2>", .formula),
    .init("公式改动", sheet, "<f>SUBTOTAL\\(9", "<f>SUBTOTAL(101", .formula),
    .init("公式换成数", sheet, "<f>[^<]*</f>", "", .formula),
    .init(
      "缩放的数字格式", "xl/styles.xml", "formatCode=\"#,##0\\.00\"", "formatCode=\"0.0,,\"", .numberFormat
    ),
    .init("藏一行", sheet, "<row r=\"9\"", "<row r=\"9\" hidden=\"1\"", .hiddenRows),
    .init("行高为零", sheet, "(<row r=[^>]*) ht=\"[^\"]*\"", "\\g<1> ht=\"0\"", .hiddenRows),
    .init(
      "藏一列", sheet, "<col min=\"2\" max=\"2\"", "<col min=\"2\" max=\"2\" hidden=\"1\"",
      .hiddenColumns),
    .init(
      "藏一张表", "xl/workbook.xml", "(<sheet name=\"[^\"]*\" sheetId=\"2\")",
      "\\g<1> state=\"hidden\"", .sheets),
    .init("表改名", "xl/workbook.xml", "<sheet name=\"[^\"]*\"", "<sheet name=\"别的\"", .sheets),
    .init("图表的数", "xl/charts/chart1.xml", "<c:v>\\d+", "<c:v>9", .chart),
    .init("图表的取数范围", "xl/charts/chart1.xml", "(<c:f>[^<]*\\$)\\d+</c:f>", "\\g<1>3</c:f>", .chart),
    .init("图表的刻度", "xl/charts/chart1.xml", "<c:scaling>", "<c:scaling><c:max val=\"9\"/>", .part),
    .init("字变白", "xl/styles.xml", "<color [^/]*/>", "<color rgb=\"FFFFFFFF\"/>", .part),
    .init("合并的范围", sheet, "<mergeCell ref=\"A(\\d)", "<mergeCell ref=\"B\\g<1>", .merges),
    .init(
      "换掉筛选", "xl/worksheets/sheet2.xml", "(<autoFilter ref=\"[A-Z]+\\d+:[A-Z]+\\d+\")/>",
      "\\g<1>><filterColumn colId=\"1\"><filters><filter val=\"x\"/></filters></filterColumn></autoFilter>",
      .filter),
    .init(
      "条件格式", sheet, "<pageMargins",
      "<conditionalFormatting sqref=\"B1:B9\"><cfRule type=\"expression\" priority=\"1\"><formula>1</formula></cfRule></conditionalFormatting><pageMargins",
      .conditionalFormats),
    .init(
      "名称", "xl/workbook.xml", "<definedNames>",
      "<definedNames><definedName name=\"x\">1</definedName>", .names),
    .init(
      "去掉校验", "docProps/custom.xml", "<property [^>]*name=\"内容校验\">.*?</property>", "", .property),
    .init("标题", "xl/sharedStrings.xml", "重大项目", "重点项目", .value),
  ]

  @Test(arguments: tamperings)
  func `改了哪里，说出哪里`(tampering: Tampering) throws {
    let path = try operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    let found = try verify(
      try patched(path, [[tampering.part, tampering.pattern, tampering.text]]))
    #expect(found.isUnaltered == false && !found.isCurrent)
    #expect(
      found.differences.contains { $0.aspect == tampering.aspect }, "\(found.differences)")
  }

  @Test(arguments: [
    ("筛选", "全部", "chain=new-energy"), ("数据月份", "2026-03", "2026-02"), ("报表", "leaders", "chains"),
  ])
  func `换掉属性里的筛选、月份、报表名，不是原来那一本`(name: String, from: String, to: String) throws {
    let path = try operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    let found = try verify(
      try patched(
        path,
        [["docProps/custom.xml", "(name=\"\(name)\"><vt:lpwstr>)\(from)<", "\\g<1>\(to)<"]]))
    #expect(found.isUnaltered == false)
  }

  @Test(arguments: [
    ("数据月份", "2026-03", "2026-00"), ("数据月份", "2026-03", "2026-13"), ("数据月份", "2026-03", "2026-3-1"),
    ("数据月份", "2026-03", "2026--9223372036854775807"), ("数据月份", "2026-03", "9223372036854775807-03"),
    ("数据月份", "2026-03", "1800-03"), ("数据月份", "2026-03", "三月"), ("数据月份", "2026-03", "2026-"),
    ("比较起点", "\\d+", "99"), ("比较起点", "\\d+", "-1"), ("比较起点", "\\d+", "9223372036854775807"),
    ("比较起点", "\\d+", "一"),
  ])
  func `写着不可能的月份或起点，说读不出来，不去排版`(name: String, from: String, to: String) throws {
    let path = try operations.export(
      .leaders,
      ExportOptions(
        question: QuestionOptions(filter: [:]),
        since: ExportOptions.Beginning(BookLedger.listed)), to: path("book.xlsx"))
    let found = try verify(
      try patched(
        path,
        [["docProps/custom.xml", "(name=\"\(name)\"><vt:lpwstr>)\(from)<", "\\g<1>\(to)<"]]))
    guard case .checksum(_, .unreadableStamp) = found.content else {
      Testing.Issue.record("\(found.content)")
      return
    }
    #expect(!found.isCurrent && found.isUnaltered != true)
  }

  @Test func `另存成别的格式的，按单元格的校验说`() throws {
    let path = try operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    var workbook = try Workbook.read(Array(Data(contentsOf: URL(filePath: path))))
    workbook.format = .ods
    let found = try operations.verify(ReceivedFile(path: path), as: workbook)
    guard case .checksum(true, .otherFormat) = found.content else {
      Testing.Issue.record("\(found.content)")
      return
    }
    #expect(found.isUnaltered == nil)
  }

  @Test func `批注换了字，位置没动，也说出来`() throws {
    func book(_ text: String) throws -> [UInt8] {
      let path = path("comment-\(UUID().uuidString).xlsx")
      _ = try Python.run(
        """
        import json, openpyxl, sys
        from openpyxl.comments import Comment
        book = openpyxl.Workbook()
        book.active['A1'].value = 1
        book.active['A1'].comment = Comment(sys.argv[2], '韦')
        book.save(sys.argv[1])
        print(json.dumps({}))
        """, [path, text])
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
    let comparison = try WorkbookComparison(expected: book("按实"), found: book("虚报"))
    #expect(comparison.differences.contains { $0.aspect == .comments })
    let same = try WorkbookComparison(expected: book("按实"), found: book("按实"))
    #expect(!same.differences.contains { $0.aspect == .comments })
  }

  @Test func `去掉版式和校验，说无法核对，不算一致`() throws {
    let path = try operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    func without(_ names: [String]) throws -> BookVerification {
      try verify(
        try patched(
          path,
          names.map { ["docProps/custom.xml", "<property [^>]*name=\"\($0)\">.*?</property>", ""] })
      )
    }
    let older = try without(["版式"])
    #expect(older.isUnaltered == nil && !older.isUnchecked && !older.isCurrent)
    let bare = try without(["版式", "内容校验"])
    #expect(bare.isUnaltered == nil && bare.isUnchecked && !bare.isCurrent)
    #expect(throws: OperationError.self) { try without(["台账版次"]) }
  }

  // MARK: Saved by another program

  /// Older versions of openpyxl lose custom properties, which office programs keep: they are put back.
  private static let resave = """
    import io, json, openpyxl, sys, zipfile
    book = openpyxl.load_workbook(sys.argv[1])
    exec(sys.argv[3])
    saved = io.BytesIO()
    book.save(saved)
    old, new = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(saved)
    custom = 'docProps/custom.xml'
    relation = ('<Relationship Id="custom" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                'relationships/custom-properties" Target="' + custom + '"/></Relationships>')
    with zipfile.ZipFile(sys.argv[2], 'w') as out:
        for part in new.namelist():
            text = new.read(part)
            if part == '_rels/.rels' and custom not in new.namelist():
                text = text.replace(b'</Relationships>', relation.encode())
            out.writestr(part, text)
        if custom not in new.namelist():
            out.writestr(custom, old.read(custom))
    print(json.dumps({}))
    """

  private func resaved(_ path: String, _ change: String) throws -> BookVerification {
    let out = self.path("resaved-\(UUID().uuidString).xlsx")
    _ = try Python.run(Self.resave, [path, out, change])
    return try verify(out)
  }

  @Test(arguments: [Book.chains, .targets, .tasks, .gaps, .raw])
  func `别的程序另存过而没有改，说比对到哪一步`(book: Book) throws {
    let path = try operations.export(
      book, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    let found = try resaved(path, "pass")
    guard case .compared(let comparison) = found.content else {
      Testing.Issue.record("not compared")
      return
    }
    #expect(
      comparison.level == .meaning && comparison.differences == [], "\(comparison.differences)")
  }

  @Test(arguments: [
    ("book.worksheets[1]['C9'].value = 1", WorkbookDifference.Aspect.value),
    ("book.worksheets[1]['C9'].value = '=1+1'", .formula),
    ("book.worksheets[1].row_dimensions[9].hidden = True", .hiddenRows),
    ("book.worksheets[1].column_dimensions['C'].hidden = True", .hiddenColumns),
    ("book.worksheets[1].sheet_state = 'hidden'", .sheets),
    (
      "[setattr(c, 'number_format', '0.0,,') for r in book.worksheets[1] for c in r]", .numberFormat
    ),
    ("book.worksheets[1].auto_filter.ref = 'A5:C9'", .filter),
    ("book.worksheets[1].sheet_view.showZeros = False", .view),
    ("book.worksheets[1].sheet_view.showFormulas = True", .view),
    ("book.worksheets[1]['C9'].hyperlink = 'http://localhost/'", .hyperlinks),
    (
      """
      from openpyxl.worksheet.datavalidation import DataValidation
      choice = DataValidation('list', formula1='"a,b"')
      choice.add('C9')
      book.worksheets[1].add_data_validation(choice)
      """, .choices
    ),
  ])
  func `改过再另存，照样说出来`(change: String, aspect: WorkbookDifference.Aspect) throws {
    let path = try operations.export(
      .chains, ExportOptions(question: QuestionOptions(filter: [:])), to: path("book.xlsx"))
    let found = try resaved(path, change)
    #expect(found.isUnaltered == false)
    #expect(found.differences.contains { $0.aspect == aspect }, "\(found.differences)")
  }

  // MARK: Made for whoever sees a part

  /// People who see a part of the ledger, or all of it masked.
  static let seers: [String: [Grant]] = [
    "县": [Grant(role: "county", scope: .areas(["450203", "450223"]))],
    "牵头": [Grant(role: "lead", scope: .units(["drc"]))],
    "领导": [Grant(role: "leader", scope: .everything)],
    "两样": [
      Grant(role: "leader", scope: .everything),
      Grant(role: "county", scope: .areas(["450203"])),
    ],
  ]

  @Test(arguments: seers.keys.sorted(), [Book.leaders, .gaps])
  func `只看一部分的人导出的，照他看得到的重排，逐字节一致；改了也看得出`(seer: String, book: Book) throws {
    let person = Person(
      login: "seer", name: "测试", unit: nil, grants: Self.seers[seer] ?? [])
    let own = LedgerOperations(
      path: operations.path, person: person, actor: "测试", now: operations.now)
    let file = try own.export(
      book, ExportOptions(question: QuestionOptions(filter: [:])),
      to: path("\(seer)-\(book.rawValue).xlsx"))
    #expect(try verify(file).isIdentical)
    _ = try operations.edit("1", [Assignment(field: "总投资", text: "9亿元")], reason: "测试")
    #expect(try verify(file).isIdentical)
    // Whoever sees something else lays nothing out that is not theirs.
    let other = Person(
      login: "other", name: "测试", unit: nil,
      grants: [Grant(role: "county", scope: .areas(["450225"]))])
    let foreign = LedgerOperations(
      path: operations.path, person: other, actor: "测试", now: operations.now)
    let content = try foreign.verify(book: FilePath(file)).content
    guard case .checksum(true, .otherSight) = content else {
      Issue.record("laid out again")
      return
    }
  }
}
