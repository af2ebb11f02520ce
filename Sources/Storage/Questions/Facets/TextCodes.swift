import Engine
import Ledger
import Machine

/// The text of a field as in lists: the code is the number of the text.
final class TextCodes: FacetCoder {
  private let asked: Set<String>
  @exclusivity(unchecked) private var known = Interner()
  @exclusivity(unchecked) private var texts = [""]

  init(_ field: Field, asked: Set<String>, _ query: inout ScanQuery) {
    self.asked = asked
    super.init(
      columns: [query.read(field)],
      condition: .one(of: asked.sorted().map(SQLValue.text), in: query.name(of: field)))
  }

  override func adopt(_ other: FacetCoder) {
    if let other = other as? TextCodes { (known, texts) = (other.known, other.texts) }
  }

  override func code(_ row: any Statement) throws -> Int {
    let bytes = row.bytes(columns[0])
    if bytes.isEmpty { return 0 }
    let (number, isNew) = known.number(of: bytes)
    if isNew { texts.append(String(decoding: bytes, as: UTF8.self)) }
    return number + 1
  }

  override func passes(_ code: Int) -> Bool {
    asked.isEmpty || code != 0 && asked.contains(texts[code])
  }

  /// The most frequent first.
  override func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] {
    // Texts that only rows outside of the result have are omitted.
    let counted = tallies.lastIndex { $0.count > 0 }.map { tallies[...$0] } ?? []
    let tallies = Array(counted)
    let codes = tallies.indices.dropFirst().sorted {
      (-tallies[$0].count, texts[$0]) < (-tallies[$1].count, texts[$1])
    }
    return codes.flatMap {
      tallies[$0].counted(.text(texts[$0]), isSelected: asked.contains(texts[$0]))
    } + (tallies.first ?? Tally()).counted(.none, isSelected: false)
  }
}
