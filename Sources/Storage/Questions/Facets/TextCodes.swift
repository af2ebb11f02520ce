import Ledger
import Machine

/// The text of a field as lists write it: the number of a text.
final class TextCodes: FacetCoder {
  let columns: [Int32]
  let condition: ScanQuery.Condition?
  private let asked: Set<String>
  private var known = Interner()
  private var texts = [""]

  init(_ field: Field, asked: Set<String>, _ query: inout ScanQuery) {
    self.asked = asked
    columns = [query.read(field)]
    condition = .one(of: asked.sorted().map(SQLValue.text), in: query.name(of: field))
  }

  func code(_ row: Statement) throws -> Int {
    let bytes = row.bytes(columns[0])
    if bytes.isEmpty { return 0 }
    let (number, isNew) = known.number(of: bytes)
    if isNew { texts.append(String(decoding: bytes, as: UTF8.self)) }
    return number + 1
  }

  func passes(_ code: Int) -> Bool { asked.isEmpty || code != 0 && asked.contains(texts[code]) }

  func items(of code: Int) -> [Int] { [] }

  /// The more frequent first.
  func counts(_ tallies: [Tally]) -> [Facet.Count] {
    let codes = tallies.indices.dropFirst().sorted {
      (-tallies[$0].count, texts[$0]) < (-tallies[$1].count, texts[$1])
    }
    return codes.flatMap {
      tallies[$0].counted(.text(texts[$0]), isSelected: asked.contains(texts[$0]))
    } + (tallies.first ?? Tally()).counted(.none, isSelected: false)
  }
}
