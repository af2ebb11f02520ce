import Ledger
import TestSupport

@testable import Storage

/// Random keys, values and records, drawn from small sets so that they meet.
struct RandomValues {
  var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed) }

  mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// A key of any field.
  mutating func key() -> FieldKey {
    let field = pick(Field.allCases)
    switch field.kind {
    case .series, .texts:
      let periods = ["2025", "2026", "2026-03", "2026-01..03"].compactMap { Period($0) }
      return FieldKey(field, pick(periods))
    case .memberships:
      return FieldKey(register: pick(["shuangbai", "另,一\t册", "a@b.c"]), year: pick([2025, 2026]))
    case .matters: return FieldKey(field, named: pick(["主体封顶", "征地\t拆迁\n未完", "a.b@2026=\\N"]))
    default: return FieldKey(field)
    }
  }

  /// A value that suits a key.
  mutating func value(of key: FieldKey) -> Value {
    switch key.field.kind {
    case .text, .texts:
      .text(
        pick(
          ["甲", "乙\t丙", "行\n行", "\\N", "a\\tb", "=", "", " 空 "].filter {
            key != FieldKey.name || !$0.isEmpty
          }))
    case .money, .series: .money(Money(fen: pick([0, -1, 100, 5_000_000_000, .max, .min])))
    case .quantity: .quantity(Quantity(tenThousandths: pick([0, 15_000, -3])))
    case .date:
      .date(
        pick(
          ["2026", "2026-H2", "2026-Q3", "2026-03", "2026-02-28"].compactMap { PartialDate($0) }))
    case .flag: .flag(chance(50))
    case .reference(let kind): .reference(pick(codes(kind)))
    case .references(let kind):
      .references(
        Array(codes(kind).shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))))
    case .list: .list(pick([[], ["自筹"], ["a,b", "c\\d"], ["一\t二", "三\n四"]]))
    case .matters:
      .matter(
        Matter(
          raised: pick([nil, PartialDate("2026-05-01")]), due: pick([nil, PartialDate("2026-06")]),
          done: pick([nil, PartialDate("2026-07-21")]), unit: pick([nil, "fgw"]),
          person: pick([nil, "王,工\\", "李\t四"])))
    case .memberships:
      .membership(
        Membership(
          state: pick([nil, "候选"]), batch: pick([nil, "第一,批"]),
          className: pick([nil, "新\\开工", "开工一批"])))
    }
  }

  mutating func record() -> Record {
    var record = Record()
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      let key = key()
      record[key] = value(of: key)
    }
    record[FieldKey.name] = value(of: FieldKey.name)
    return record
  }

  private func codes(_ kind: CatalogueKind) -> [String] {
    Fixture.catalogue.filter { $0.kind == kind }.map(\.code)
  }
}
