import Foundation
import Ledger

@testable import Reports
@testable import Storage

/// A project for a book, from `key=canonical value` words.
func project(_ id: Int64, _ words: [String: String]) -> StoredProject {
  var record = Record()
  for (name, text) in words {
    guard let key = FieldKey(name) else { continue }
    record[key] = Value(canonical: text, kind: key.field.kind)
  }
  return StoredProject(id: id, revision: 2, record: record, reach: [:])
}

/// Money in the journal's form: 分.
func wan(_ sum: Int) -> String { String(sum * 1_000_000) }

/// A source of four invented projects on two chains, as of March 2026, or of other ones.
func source(
  projects: [StoredProject] = inventedProjects, month: Int? = 3,
  _ change: (inout ProjectFilter) -> Void = { _ in }
) throws -> BookSource {
  var filter = ProjectFilter()
  change(&filter)
  let edition = BookEdition(
    catalogue: try Catalogue.shipped(), filter: filter, revision: 7,
    recordedAt: Date(timeIntervalSince1970: 1_775_000_000),
    entryHash: String(repeating: "0", count: 64), holdsSamples: true, year: 2026,
    month: month)
  return BookSource(edition, reporting: projects)
}

extension BookSource {
  /// A source whose projects' 形象进度 was reported, for the months that they tell it for, by one unit.
  init(_ edition: BookEdition, reporting projects: [StoredProject]) {
    self.init(edition, projects: projects)
    guard edition.filter.month != nil else { return }
    let reported = projects.map { project in
      var reported = ReportedProgress()
      for entry in project.record.entries(of: .monthlyProgress) {
        guard let month = entry.key.period else { continue }
        reported.note(entry.value.canonical, by: "测试单位", for: month)
      }
      return (project.id, reported)
    }
    progress = ProgressByMonth(Dictionary(uniqueKeysWithValues: reported), edition.catalogue)
  }
}

let inventedProjects = [
  project(
    1,
    [
      "name": "云岫关节模组生产基地", "chain": "ai-robot", "stage": "build", "lead_units": "iit",
      "zone": "zone-liudong", "total_investment": wan(50_000), "plan.2026": wan(10_000),
      "done.2026-01..03": wan(2_500), "start_actual": "2025-06", "progress": "主体封顶",
    ]),
  project(
    2,
    [
      "name": "霁川力矩传感器项目", "chain": "ai-robot", "stage": "sign", "lead_units": "iit",
      "district": "450204", "total_investment": wan(20_000), "plan.2026": wan(4_000),
      "done.2026-01..03": wan(100), "start_planned": "2026-09",
    ]),
  project(
    3,
    [
      "name": "湛野储能系统集成", "chain": "new-energy", "stage": "plan", "lead_units": "drc",
      "district": "450223", "total_investment": "123456789",
    ]),
  project(4, ["name": "未归链项目", "total_investment": wan(100)]),
]

/// A sheet as text: one line a row, cells parted by bars, formulas with their value.
func drawn(_ sheet: ReportSheet) -> String {
  sheet.rows.map { row in
    row.cells.map { cell in
      switch cell.content {
      case .blank: ""
      case .text(let text): text.replacing("\n", with: "⏎")
      case .number(let number): format(number)
      case .formula(let formula, let value): "\(formula)→\(format(value))"
      }
    }.joined(separator: "|")
  }.joined(separator: "\n")
}

private func format(_ number: Double) -> String {
  number == number.rounded() ? String(Int(number)) : String((number * 10_000).rounded() / 10_000)
}
