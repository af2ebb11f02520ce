import Foundation
import Intake
import Ledger
import Matching
import Testing
import Wording

@testable import Operations

/// The journal led through by another program, which knows no more than the documentation says.
@Suite struct JournalFileTests {
  /// Computes every hash anew and leads projects through their changes.
  static let replay = #"""
    import datetime, hashlib, json, struct, sys
    journal, ledger = sys.argv[1:3]
    PLAIN = {'setup', 'import', 'edit', 'undo', 'catalogue'}
    def escape(text):
        return text.replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n')
    def value(text): return '\\N' if text is None else escape(text)
    def number(n): return struct.pack('<q', n)
    def part(text):
        if text is None: return number(-1)
        data = str(text).encode()
        return number(len(data)) + data
    def layout(source):
        return ''.join('#' + escape(t['sheet']) + '\n' +
                       ''.join(f'{escape(k)}\t{c}\n' for k, c in t['columns'].items())
                       for t in source['tables'])
    def body(change):
        lines = []
        for f in change['fields']:
            words = [escape(f['field'])]
            if change['kind'] != 'create': words.append(value(f['old']))
            if change['kind'] != 'remove': words.append(value(f['new']))
            if 'text' in f: words.append(escape(f['text']))
            lines.append('\t'.join(words))
        lines += ['=' + escape(s['field']) + '\t' + value(s['value']) +
                  ('\t' + escape(s['text']) if 'text' in s else '') for s in change.get('stated', [])]
        lines += ['@' + escape(s['sender']) + '\t' + escape(s['field']) + '\t' + value(s['value'])
                  for s in change.get('said', [])]
        lines += ['^' + escape(r['field']) + '\t' + str(r['month']) for r in change.get('reach', [])]
        return ''.join(line + '\n' for line in lines).encode()
    def digest(e):
        s = e['source']
        at = datetime.datetime.fromisoformat(e['at'])
        ms = round(at.timestamp() * 1000)
        head = [e['previous_hash'], e['entry'], ms, e['actor'], e['kind'], e['reason']]
        head += [s['sha256'], s['file'], s['sender'], s['year'], s['as_of_month'], layout(s)] if s else [None] * 6
        head.append(e['undoes'])
        if e['kind'] not in PLAIN: head += [e['effective'], e['evidence'], e['merged'], e['merged_into']]
        if s and s['outcomes'] is not None: head += ['outcomes', s['outcomes']]
        if e['published'] is not None: head += ['published', e['published']]
        data = b''.join(part(p) for p in head)
        for c in e['changes']:
            row = [-1 if c[k] is None else c[k] for k in ('table', 'row')]
            data += number(c['project']) + part(c['kind']) + number(row[0]) + number(row[1])
            text = body(c)
            data += number(len(text)) + text
        for i in e['catalogue']: data += part(i['kind']) + part(i['code']) + part(i['old']) + part(i['new'])
        for kind, text in e['notes'].items(): data += part('note') + part(kind) + part(text)
        for k in ('created', 'updated', 'removed', 'unchanged'): data += number(e[k])
        return hashlib.sha256(data).hexdigest()
    previous, projects, broken, wrong, kinds = '0' * 64, {}, [], [], set()
    for line in open(journal, encoding='utf-8'):
        e = json.loads(line)
        kinds.add(e['kind'])
        if e['previous_hash'] != previous or digest(e) != e['hash']: broken.append(e['entry'])
        previous = e['hash']
        for c in e['changes']:
            record = projects.setdefault(c['project'], {})
            for f in c['fields']:
                if record.get(f['field']) != f['old']: wrong.append((e['entry'], f['field']))
                if f['new'] is None: record.pop(f['field'], None)
                else: record[f['field']] = f['new']
            if c['kind'] == 'remove': del projects[c['project']]
    balances = json.load(open(ledger)) if ledger else None
    found = {str(k): v for k, v in projects.items()}
    print(json.dumps({'broken': broken, 'wrong': wrong[:3], 'kinds': sorted(kinds),
                      'same': balances is None or found == balances, 'projects': len(found),
                      'last': previous}))
    """#

  @Test func `别的程序照着文件重算，凭证链接得上，余额一致`() throws {
    let scratch = try ScratchLedger()
    try everyKindOfAct(scratch)
    let out = try Python.run(
      Self.replay,
      [
        scratch.export(.journal, "j.jsonl"), scratch.write(scratch.canonical(), "balances.json"),
      ])
    #expect((out["broken"] as? [Any])?.isEmpty == true, "\(out["broken"] ?? "")")
    #expect((out["wrong"] as? [Any])?.isEmpty == true, "\(out["wrong"] ?? "")")
    #expect(out["same"] as? Bool == true)
    #expect(out["projects"] as? Int == (try scratch.snapshot().count))
    #expect(out["last"] as? String == (try scratch.operations.entries(limit: 1).first?.hash))
    #expect(
      out["kinds"] as? [String] == [
        "catalogue", "confirm", "decide", "edit", "import", "merge", "milestone", "move", "problem",
        "report", "setup", "task", "undo",
      ])
  }

  @Test(arguments: ["\"new\":\"", "\"text\":\"", "\"actor\":\"", "\"old\":\"", "\"sheet\":\""])
  func `改动凭证文件里的任何内容，重算就对不上`(mark: String) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    _ = try scratch.operations.edit("1", [Assignment(field: "总投资", text: "7亿元")], reason: "测试")
    let path = try scratch.export(.journal, "j.jsonl")
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let index = try #require(lines.lastIndex { $0.contains(mark) })
    lines[index] = lines[index].replacing(mark, with: mark + "0", maxReplacements: 1)
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    let out = try Python.run(Self.replay, [path, ""])
    #expect(out["broken"] as? [Int] == [index + 1])
  }

  @Test func `到某一天为止的凭证，一张不多；挑项目不行`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let entry = try #require(try scratch.operations.entries(limit: 1).first)
    let later = LedgerOperations(path: scratch.operations.path, actor: "测试") {
      Date(timeIntervalSince1970: 1_790_000_000)
    }
    _ = try later.edit("1", [Assignment(field: "总投资", text: "7亿元")], reason: "测试")
    let path = try scratch.export(
      .journal, "j.jsonl", filter: ["as-of": [ShanghaiCalendar.day(entry.at)]])
    #expect(try Python.run(Self.replay, [path, ""])["last"] as? String == entry.hash)
    #expect(throws: InterchangeError.journalIsWhole) {
      try scratch.export(.journal, "part.jsonl", filter: ["stage": ["签约"]])
    }
    #expect(try scratch.files() == ["j.jsonl"])
  }

  @Test func `每个值写明来自哪个文件、工作表、单元格和原文`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("15-money-units.xlsx")
    let text = try String(contentsOfFile: scratch.export(.journal, "j.jsonl"), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").last)
    let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    #expect((entry["source"] as? [String: Any])?["file"] as? String == "15-money-units.xlsx")
    let changes = try #require(entry["changes"] as? [[String: Any]])
    for change in changes {
      let id = try #require(change["project"] as? Int)
      let origins = try scratch.operations.show(String(id)).origins
      for field in try #require(change["fields"] as? [[String: Any]]) {
        let key = try #require(FieldKey(field["field"] as? String ?? ""))
        #expect(field["cell"] as? String == origins[key]?.cell)
        #expect(field["text"] as? String == origins[key]?.raw)
        #expect(change["sheet"] as? String == origins[key]?.sheet)
      }
    }
    #expect(changes.count == (try scratch.snapshot().count))
  }

  /// A ledger in which every act was done at least once. 测试数据
  private func everyKindOfAct(_ scratch: ScratchLedger) throws {
    let operations = scratch.operations
    for list in ["list-march.xlsx", "list-april.xlsx", "12-registers.ods", "14-dates.xlsx"] {
      try scratch.commit(list)
    }
    let text = DecisionTests.list + "\n\"丙溪\t轴瓦厂\\N，\"\"二期\"\"（测试数据）\",轴瓦制造,县轴承办,开工,7000,红"
    let file = scratch.folder.appending(path: "list.csv")
    try Data(text.utf8).write(to: file)
    let decided = try DecisionFile(
      yaml: "decisions:\n- {kind: chain, value: 轴瓦制造, canonical: 高端装备制造}\n".utf8)
    let received = try ReceivedFile(path: file.path)
    _ = try operations.commit(
      try operations.prepare(received, ImportOptions(year: 2026, sender: "东山县", decisions: decided))
    )
    try FileManager.default.removeItem(at: file)
    let edit = try operations.edit(
      "1",
      [Assignment(field: "remark", text: "一\\二，三"), Assignment(field: "funding", text: "自筹、银行贷款")],
      reason: "核实\n两行")
    _ = try operations.edit("2", [Assignment(field: "remark", text: "另一句")], reason: nil)
    _ = try operations.undo(
      try operations.undoPlan(of: try #require(edit.entry).number), reason: "测试")
    _ = try operations.move(
      "3", StageMove(stage: "投产", date: PartialDate("2026-02"), evidence: "测试函", reason: "测试"))
    _ = try operations.merge(
      try operations.mergePlan("5", into: "6", taking: ["总投资"]), reason: "测试")
    _ = try operations.milestone(
      "1", "主体\\封顶，一期", said { $0.due = PartialDate("2026-06") })
    _ = try operations.problem("1", "征地，未完成", said { $0.person = "王,工" })
    _ = try operations.confirm("1", isConfirmed: true, year: 2026, document: "测试纪要", reason: nil)
    _ = try operations.report("汽车产值", value: "460亿元", period: "2026-01..03", basis: "测试快报")
    _ = try operations.advance(task: "2.6", to: "督办", note: "测试", document: nil)
    _ = try operations.setItem(
      .chain, code: "ai-robot", isNew: false, [(path: "alias", text: "测试别名")], reason: nil)
    let import3 = try #require(try operations.entries(limit: 99).last { $0.kind == .import })
    _ = try operations.undo(try operations.undoPlan(of: import3.number), reason: nil)
    #expect(try operations.verify().isEmpty)
  }
}
