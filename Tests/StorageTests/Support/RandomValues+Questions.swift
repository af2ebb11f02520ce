import Ledger

@testable import Storage

extension RandomValues {
  /// What a unit or a county is shown, with contacts masked or not.
  mutating func sight() -> Sight {
    var reach = Reach()
    if chance(60) { reach.add(.units([pick(["fgw", "gxj", "tcj", "none"])])) }
    if chance(60) { reach.add(.areas([pick(["450203", "450204", "liudong", "none"])])) }
    if chance(30) { reach.add(.chains([pick(["robot", "steel"])])) }
    return Sight(reach, masked: chance(50) ? Field.personal : [], unmasked: .nothing)
  }

  /// A filter that asks about a few properties, of all that there are.
  mutating func filter() -> ProjectFilter {
    var filter = ProjectFilter()
    for _ in 0..<pick([0, 1, 1, 2, 3]) { ask(&filter) }
    return filter
  }

  private mutating func some(_ codes: [String]) -> Set<String> {
    Set(codes.shuffled(using: &random).prefix(pick([1, 2])))
  }

  private mutating func ask(_ filter: inout ProjectFilter) {
    let month = Period.month(2026, pick([1, 3, 5]))
    switch pick(Array(0..<23)) {
    case 0: filter.chains = some(["robot", "steel", "food", "none"])
    case 1: filter.includesOtherChains = true
    case 2: filter.units = some(["fgw", "gxj", "tcj"])
    case 3: filter.unitRole = .lead
    case 4: filter.stages = some(["plan", "sign", "start", "build"])
    case 5: filter.conditions = some(["normal", "ended"])
    case 6: filter.districts = some(["450203", "450204"])
    case 7: filter.zones = ["liudong"]
    case 8:
      filter.registers = [
        RegisterClause(
          register: pick(["shuangbai", "a@b.c"]), year: pick([nil, 2026]), state: pick([nil, "候选"]))
      ]
    case 9: filter.natures = some(["甲", "新建", " 空 "])
    case 10: filter.isIndustrial = chance(50)
    case 11: filter.minInvestment = Money(fen: pick([0, 100]))
    case 12: filter.maxInvestment = Money(fen: pick([-1, 100, .max]))
    case 13: filter.query = pick(["甲", "jia", "行"])
    case 14: filter.year = pick([2025, 2026])
    case 15: filter.month = month
    case 16: filter.counting = .split
    case 17: filter.includesEnded = true
    case 18:
      filter.lights = Set(LightRule.Light.allCases.shuffled(using: &random).prefix(2))
    case 19: if chance(50) { filter.due = month } else { filter.starts = .year(2026) }
    case 20: filter.rateBelow = Quantity(tenThousandths: pick([1, 5_000, 20_000]))
    case 21:
      filter.batches = [
        pick([BatchClause(name: "开工一批"), BatchClause(name: "开工一批", year: 2026), .none])
      ]
    default:
      if chance(50) {
        filter.having = [pick([.registers, .plan, .stage, .milestones, .leader])]
      } else {
        filter.missing = [pick([.registers, .district, .chain, .startPlanned])]
      }
    }
    if chance(10) { filter.reachedBefore = month }
    if chance(5) { filter.isUndated = true }
    if chance(15) { filter.leaders = ["甲"] }
    if chance(10) { filter.updatedSince = PartialDate("2026-01-04") }
  }

  /// An order by one or two keys.
  mutating func sort() -> ProjectSort {
    ProjectSort(
      (0..<pick([0, 1, 2])).map { _ in
        ProjectSort.Term(pick(ProjectSort.Key.allCases), pick([.ascending, .descending]))
      })
  }
}
