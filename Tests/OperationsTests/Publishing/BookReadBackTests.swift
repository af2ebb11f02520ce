import Foundation
import Testing

@testable import Operations

/// Books read back by another program: every total equals an independent sum.
@Suite struct BookReadBackTests {
  private static let check = """
    import json, sys, openpyxl
    raw, leaders, chains, answer = sys.argv[1:5]
    rows = list(openpyxl.load_workbook(raw, read_only=True).active.iter_rows(values_only=True))
    head = rows[0]
    def column(name): return [r[head.index(name)] or 0 for r in rows[1:]]
    total, plan = column('总投资（万元）'), column('年度计划投资[2026]（万元）')
    done = column('完成投资[2026]（万元）')
    listed = json.load(open(answer))
    out = {'projects': len(rows) - 1, 'listed': len(listed['projects']),
           'raw': round(sum(total), 6),
           'list': round(sum(float(p.get('total_investment', 0)) for p in listed['projects']), 6),
           'stated': round(float(listed['totals']['total_investment']), 6),
           'plan': round(sum(plan), 6), 'done': round(sum(done), 6)}
    book = openpyxl.load_workbook(leaders, data_only=True)
    ledger = book['项目台账']
    body = [r for r in ledger.iter_rows(min_row=4, values_only=True)]
    last = [r for r in body if str(r[0]).startswith('合计')][0]
    out['leaders'] = [round(v or 0, 6) for v in last[6:9]]
    out['sections'] = round(sum(r[6] or 0 for r in body if isinstance(r[0], str) and '、' in r[0][:3]), 6)
    out['numbered'] = sum(1 for r in body if isinstance(r[0], (int, float)))
    matrix = openpyxl.load_workbook(chains, data_only=True).worksheets[0]
    row = [r for r in matrix.iter_rows(values_only=True) if r[0] == '合计'][0]
    out['matrix'] = [row[-2], round(row[-1] * 10000, 2)]
    print(json.dumps(out))
    """

  @Test(arguments: [
    ([:], 1197), (["chain": ["新能源"]], nil), (["stage": ["签约"]], nil),
  ])
  func `报表合计等于逐行相加，也等于 list 的合计`(filter: [String: [String]], count: Int?) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("08-large-1200.xlsx")
    let books: [Book] = [.leaders, .chains, .raw]
    let paths = books.map { scratch.folder.appending(path: "\($0.rawValue).xlsx").path }
    for (book, path) in zip(books, paths) {
      try scratch.operations.export(
        book, ExportOptions(question: QuestionOptions(filter: filter)), to: path)
    }
    let answer = scratch.folder.appending(path: "list.json")
    let list = try scratch.operations.list(QuestionOptions(filter: filter))
    try Data(AnswerJSON.list(list).text.utf8).write(to: answer)
    let out = try Python.run(Self.check, [paths[2], paths[0], paths[1], answer.path])
    let projects = try #require(out["projects"] as? Int)
    let raw = try #require(out["raw"] as? Double)
    #expect(projects > 0 && projects == count ?? projects)
    #expect(out["listed"] as? Int == projects)
    #expect(out["numbered"] as? Int == projects)
    #expect(out["list"] as? Double == raw)
    #expect(out["stated"] as? Double == raw)
    #expect(out["sections"] as? Double == raw)
    let totals = try #require(out["leaders"] as? [Double])
    #expect(totals[0] == raw)
    #expect(totals[1] == out["plan"] as? Double)
    #expect(totals[2] == out["done"] as? Double)
    let matrix = try #require(out["matrix"] as? [Double])
    #expect(Int(matrix[0]) == projects)
    #expect(abs(matrix[1] - raw) < 0.01)
  }

  @Test func `同一本账出的报表一个字节也不差`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let folder = scratch.folder.appending(path: "out").path
    let first = try scratch.operations.writeBooks(to: folder).map {
      try Data(contentsOf: URL(filePath: $0.path))
    }
    Thread.sleep(forTimeInterval: 1.1)
    let second = try scratch.operations.writeBooks(to: folder).map {
      try Data(contentsOf: URL(filePath: $0.path))
    }
    #expect(first == second)
  }
}
