import Engine
import Ledger

/// A flag: code 0 is unknown, 1 no, 2 yes.
final class FlagCodes: FacetCoder {
  private let asked: Bool?

  init(_ field: Field, asked: Bool?, _ query: inout ScanQuery) {
    self.asked = asked
    let values = asked.map { [SQLValue.integer($0 ? 1 : 0)] } ?? []
    super.init(
      columns: [query.read(field)], condition: .one(of: values, in: query.name(of: field)))
  }

  override func code(_ row: any Statement) throws -> Int {
    let flag = try row.int64IfAny(columns[0], in: 0...1, "project", row: row.int64(0))
    return flag.map { Int($0) + 1 } ?? 0
  }

  override func passes(_ code: Int) -> Bool { asked.map { code == ($0 ? 2 : 1) } ?? true }

  override func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] {
    let tallies = Array(tallies)
    func count(_ value: Facet.Value, _ code: Int, _ isSelected: Bool) -> [Facet.Count] {
      let tally = tallies.indices.contains(code) ? tallies[code] : Tally()
      return tally.counted(value, isSelected: isSelected)
    }
    return count(.flag(true), 2, asked == true) + count(.flag(false), 1, asked == false)
      + count(.none, 0, false)
  }
}
