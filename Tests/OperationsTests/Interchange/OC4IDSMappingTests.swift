import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// What the fields of a project become in the standard. 测试数据
@Suite struct OC4IDSMappingTests {
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
    _ = try scratch.operations.add(
      words.map { Assignment(field: $0.key, text: $0.value) }, reason: "测试")
    _ = try scratch.operations.move(
      "1", StageMove(stage: "建设", condition: "暂停", reason: "测试"))
    _ = try scratch.operations.confirm(
      "1", isConfirmed: true, year: 2026, document: "测试纪要1号", reason: nil)
    for (name, day) in [("设备进场", "2026-02"), ("主体封顶", "2027-06-30")] {
      _ = try scratch.operations.milestone("1", name, said { $0.due = PartialDate(day) })
    }
    _ = try scratch.operations.setItem(
      .setting, code: "oc4ids", isNew: false, [(path: "prefix", text: "oc4ids-abc123")], reason: nil
    )
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
    #expect(
      milestones.map { $0["id"] } == [
        "sign", "start", "finish", "produce", "milestone-1", "milestone-2",
      ])
    #expect(milestones.suffix(2).map { $0["title"] } == ["设备进场", "主体封顶"])
    #expect(
      milestones.map { $0["status"] } == [
        "met", "met", "scheduled", "scheduled", "notMet", "scheduled",
      ])
    #expect(
      milestones.map { $0["dateMet"] } == [
        "2025-12-31T23:59:59+08:00", "2026-03-15T23:59:59+08:00", nil, nil, nil, nil,
      ])
    #expect(
      milestones.map { $0["dueDate"] } == [
        nil, "2026-03-31T23:59:59+08:00", "2027-12-31T23:59:59+08:00",
        "2028-06-30T23:59:59+08:00", "2026-02-28T23:59:59+08:00", "2027-06-30T23:59:59+08:00",
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
    _ = try scratch.operations.add(words.map { Assignment(field: $0.0, text: $0.1) }, reason: nil)
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
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: april.number), reason: nil)
    let undone = try String(contentsOfFile: scratch.export(.oc4ids, "c.json"), encoding: .utf8)
    #expect(undone.contains("list-march.xlsx") && !undone.contains("list-april.xlsx"))
  }

  @Test func `按日期出的是那一天的项目，连同那一天以前的来源`() throws {
    let scratch = try ScratchLedger()
    let march = try #require(try scratch.commit("list-march.xlsx"))
    let before = try Self.projects(scratch.export(.oc4ids, "a.json"))
    let later = LedgerOperations(path: scratch.operations.path, actor: "测试") {
      Date(timeIntervalSince1970: 1_790_000_000)
    }
    _ = try later.move("1", StageMove(stage: "达产", evidence: "测试函", reason: "测试"))
    let day = ShanghaiCalendar.day(march.at)
    let path = try scratch.export(.oc4ids, "b.json", filter: ["as-of": [day]])
    #expect(try Self.projects(path) == before)
    #expect(try Self.projects(scratch.export(.oc4ids, "c.json")) != before)
  }

  /// The lines of a package that hold its projects.
  private static func projects(_ path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { $0 }
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
