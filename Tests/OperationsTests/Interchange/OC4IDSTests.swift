import Foundation
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
    let count = try scratch.operations.list(QuestionOptions(filter: filter)).content.totals.count
    #expect(out["projects"] as? Int == count)
    #expect(Set(out["own"] as? [String] ?? ["?"]).subtracting(Self.ownCodes) == [])
  }
}
