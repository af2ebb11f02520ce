import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// Packages of the standard, held against its own schema by another program.
@Suite struct OC4IDSTests {
  /// Validates a package, and compares its figures with the ledger's.
  ///
  /// Members that the schema does not name are refused as well, which the schema itself does not.
  private static let check = #"""
    import decimal, json, re, sys
    from jsonschema import Draft4Validator, FormatChecker
    path, folder, ledger = sys.argv[1:4]
    load = lambda name: json.load(open(name, encoding='utf-8'), parse_float=decimal.Decimal)
    package, schema, balances = load(path), load(folder + '/package.schema.json'), load(ledger)
    codelists = load(folder + '/codelists.json')
    def close(node):
        if isinstance(node, dict):
            if isinstance(node.get('properties'), dict) and node['properties']: node['additionalProperties'] = False
            for value in node.values(): close(value)
        elif isinstance(node, list):
            for item in node: close(item)
    close(schema)
    formats = FormatChecker(formats=())
    formats.checks('date-time')(lambda t: bool(re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)', t)))
    formats.checks('uri')(lambda t: bool(re.fullmatch(r'[A-Za-z][A-Za-z0-9+.-]*:[!-~]+', t)))
    validator = Draft4Validator(schema, format_checker=formats)
    errors = ['/'.join(map(str, e.absolute_path)) + ': ' + e.message[:200] for e in validator.iter_errors(package)]
    # Codes that are in no open codelist.
    own = set()
    def codes(node, rule):
        if '$ref' in rule: rule = schema['definitions'][rule['$ref'].rsplit('/', 1)[1]]
        name = rule.get('codelist') if rule.get('openCodelist') else None
        if name in codelists:
            for code in node if isinstance(node, list) else [node]:
                if code not in codelists[name]: own.add(name + ':' + code)
        if isinstance(node, dict):
            for key, value in node.items(): codes(value, rule.get('properties', {}).get(key, {}))
        elif isinstance(node, list):
            for item in node: codes(item, rule.get('items', {}))
    codes(package, schema)
    wrong = []
    def sums(node):
        """Figures of a project in fen, by the ledger's keys."""
        budget = node.get('budget', {})
        if 'amount' in budget: yield 'total_investment', budget['amount']
        for group in budget.get('budgetBreakdowns', []):
            for item in group['budgetBreakdown']: yield item['id'], item['amount']
        for metric in node.get('forecasts', []) + node.get('metrics', []):
            for item in metric['observations']: yield item['id'], item['value']
    for project in package['projects']:
        known = balances[project['id'].rsplit('-', 1)[1]]
        money = ('total_investment', 'plan', 'done', 'done_before', 'funds', 'fixed_investment',
                 'contract_investment', 'expected_output', 'expected_tax')
        expected = {k: v for k, v in known.items() if k.split('.')[0] in money}
        found = {k: str((decimal.Decimal(v['amount']) * 100).quantize(1)) for k, v in sums(project)}
        if found != expected: wrong.append((project['id'], expected, found))
        if project['title'] != known['name'] or project.get('description') != known.get('content'): wrong.append(project['id'])
        codes_ = [i['id'] for i in project.get('identifiers', []) if i['scheme'] == '项目代码']
        if codes_ != ([known['code']] if 'code' in known else []): wrong.append(project['id'])
        parties = {p['id'] for p in project.get('parties', [])}
        if 'publicAuthority' in project and project['publicAuthority']['id'] not in parties: wrong.append(project['id'])
    ids = [p['id'] for p in package['projects']]
    print(json.dumps({'errors': errors[:5], 'own': sorted(own), 'wrong': wrong[:3], 'projects': len(ids),
                      'unique': len(set(ids)) == len(ids)}))
    """#

  private static let standard =
    Fixtures.lists.deletingLastPathComponent().appending(path: "OC4IDS").path

  /// The codes of our own in lists that the standard leaves open.
  private static let ownCodes: Set = [
    "classificationScheme.csv:GB/T 4754-2017", "classificationScheme.csv:taizhang-chain",
    "classificationScheme.csv:taizhang-condition", "classificationScheme.csv:taizhang-register",
    "classificationScheme.csv:taizhang-stage", "locationGazetteers.csv:GB/T 2260",
    "partyRole.csv:responsibleUnit", "partyRole.csv:cooperatingUnit", "metricID.csv:done",
    "metricID.csv:done_before", "metricID.csv:funds", "metricID.csv:fixed_investment",
    "metricID.csv:contract_investment", "metricID.csv:expected_output",
    "metricID.csv:expected_tax",
  ]

  @Test(arguments: [
    ("01-reserve-library.xlsx", [:]), ("03-monthly-dispatch.xlsx", [:]),
    ("04-signed-projects.xls", [:]), ("07-wide-sixty-columns.xlsx", [:]),
    ("08-large-1200.xlsx", [:]), ("08-large-1200.xlsx", ["chain": ["新能源"]]),
    ("09-system-export-bom.csv", [:]), ("12-registers.ods", [:]), ("14-dates.xlsx", [:]),
    ("21-packages.xlsx", [:]), ("24-report-named-projects.xlsx", [:]), ("list-march.xlsx", [:]),
  ])
  func `数据包合乎标准的模式，每个数等于台账`(list: String, filter: [String: [String]]) throws {
    let scratch = try ScratchLedger()
    try scratch.commit(list)
    let out = try Python.run(
      Self.check,
      [
        scratch.export(.oc4ids, "p.json", filter: filter), Self.standard,
        scratch.write(scratch.canonical(), "balances.json"),
      ])
    #expect((out["errors"] as? [Any])?.isEmpty == true, "\(out["errors"] ?? "")")
    #expect((out["wrong"] as? [Any])?.isEmpty == true, "\(out["wrong"] ?? "")")
    #expect(out["unique"] as? Bool == true)
    let count = try scratch.desk.list(QuestionOptions(filter: filter)).content.totals.count
    #expect(out["projects"] as? Int == count)
    #expect(Set(out["own"] as? [String] ?? ["?"]).subtracting(Self.ownCodes) == [])
  }

  @Test func `一个项目的各项，逐项对照`() throws {
    let scratch = try ScratchLedger()
    let words = [
      "name": "云岫测试厂", "code": "2211-441900-04-02-310151", "content": "建设厂房（测试数据）",
      "chain": "新能源", "industry": "C3841", "nature": "扩建", "stage": "建设",
      "lead_units": "市发展改革委、市商务局", "responsible_units": "市商务局", "owner": "云岫测试有限公司",
      "owner_uscc": "91450200MA5KC2806U", "investor": "云岫测试有限公司", "contact": "测试人",
      "phone": "0772-0000000", "zone": "柳东新区", "district": "鱼峰区", "address": "测试路1号",
      "total_investment": "12345.678901", "plan.2026": "1000", "done.2026-01..03": "250.5",
      "start_planned": "2026-Q1", "start_actual": "2026-03-15", "finish_planned": "2027",
      "production_date": "2028-06", "sign_date": "2025-12",
    ]
    _ = try scratch.desk.add(
      words.map { Assignment(field: $0.key, text: $0.value) }, reason: "测试")
    _ = try scratch.desk.move(
      "1", StageMove(stage: "建设", condition: "暂停", reason: "测试"))
    _ = try scratch.desk.confirm(
      "1", isConfirmed: true, year: 2026, document: "测试纪要1号", reason: nil)
    _ = try scratch.desk.setItem(
      .setting, code: "oc4ids", [(path: "prefix", text: "oc4ids-abc123")], reason: nil)
    let text = try String(contentsOfFile: scratch.export(.oc4ids, "p.json"), encoding: .utf8)
    #expect(text.contains("\"amount\":{\"amount\":123456789.01,\"currency\":\"CNY\"}"))
    #expect(!text.contains("测试人") && !text.contains("0772"))
    let project = try Self.project(text)
    #expect(project["id"] as? String == "oc4ids-abc123-1")
    #expect(project["status"] as? String == "implementation")
    #expect(project["type"] as? String == "expansion")
    #expect(project["sector"] as? [String] == ["economy"])
    #expect(
      project["period"] as? [String: String] == [
        "startDate": "2026-01-01T00:00:00+08:00", "endDate": "2027-12-31T23:59:59+08:00",
      ])
    #expect(
      Self.pairs(project, "parties", "name", "roles") == [
        "市发展改革委": ["publicAuthority"], "市商务局": ["publicAuthority", "responsibleUnit"],
        "云岫测试有限公司": ["buyer", "funder"],
      ])
    let milestones = project["milestones"] as? [[String: String]] ?? []
    #expect(milestones.map { $0["id"] } == ["sign", "start", "finish", "produce"])
    #expect(milestones.map { $0["status"] } == ["met", "met", "scheduled", "scheduled"])
    #expect(
      milestones.map { $0["dateMet"] } == [
        "2025-12-31T23:59:59+08:00", "2026-03-15T23:59:59+08:00", nil, nil,
      ])
    #expect(
      milestones.map { $0["dueDate"] } == [
        nil, "2026-03-31T23:59:59+08:00", "2027-12-31T23:59:59+08:00",
        "2028-06-30T23:59:59+08:00",
      ])
    let classes = project["additionalClassifications"] as? [[String: String]] ?? []
    #expect(
      classes.map { "\($0["scheme"] ?? "") \($0["id"] ?? "")" } == [
        "taizhang-stage build", "taizhang-condition paused", "GB/T 4754-2017 38",
        "taizhang-chain new-energy", "taizhang-register shuangbai@2026",
      ])
    #expect(
      (project["documents"] as? [[String: String]])?.map { $0["title"] } == ["测试纪要1号"])
    let place = (project["locations"] as? [[String: Any]])?.first ?? [:]
    #expect(place["id"] as? String == "zone-liudong")
    #expect((place["gazetteer"] as? [String: Any])?["identifiers"] as? [String] == ["450203"])
  }

  @Test(arguments: [
    ("谋划", nil, "identification"), ("洽谈", nil, "preparation"), ("签约", nil, "preparation"),
    ("开工", nil, "implementation"), ("建设", "暂停", "implementation"), ("投产", nil, "completion"),
    ("达产", nil, "maintenance"), ("建设", "终止", "cancelled"), ("签约", "退库", "cancelled"),
  ])
  func `阶段和状态对应标准的项目状态`(stage: String, condition: String?, status: String) throws {
    let scratch = try ScratchLedger()
    let words =
      [("name", "测试项目"), ("stage", stage)] + (condition.map { [("condition", $0)] } ?? [])
    _ = try scratch.desk.add(words.map { Assignment(field: $0.0, text: $0.1) }, reason: nil)
    let path = try scratch.export(.oc4ids, "p.json", filter: ["ended": ["yes"]])
    let project = try Self.project(String(contentsOfFile: path, encoding: .utf8))
    #expect(project["status"] as? String == status)
  }

  @Test func `来源文件列在文件里，撤销了的导入不算；同一本账一个字节也不差`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let april = try #require(try scratch.commit("list-april.xlsx"))
    let (first, second) = (
      try scratch.export(.oc4ids, "a.json"), try scratch.export(.oc4ids, "b.json")
    )
    let text = try String(contentsOfFile: first, encoding: .utf8)
    #expect(try text == String(contentsOfFile: second, encoding: .utf8))
    #expect(text.contains("list-march.xlsx") && text.contains("list-april.xlsx"))
    _ = try scratch.desk.undo(try scratch.desk.undoPlan(of: april.number), reason: nil)
    let undone = try String(contentsOfFile: scratch.export(.oc4ids, "c.json"), encoding: .utf8)
    #expect(undone.contains("list-march.xlsx") && !undone.contains("list-april.xlsx"))
  }

  private static func project(_ text: String) throws -> [String: Any] {
    let package = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require((package?["projects"] as? [[String: Any]])?.first)
  }

  private static func pairs(
    _ project: [String: Any], _ list: String, _ key: String, _ value: String
  ) -> [String: [String]] {
    let items = project[list] as? [[String: Any]] ?? []
    return Dictionary(
      items.map { ($0[key] as? String ?? "", $0[value] as? [String] ?? []) }
    ) { first, _ in first }
  }
}
