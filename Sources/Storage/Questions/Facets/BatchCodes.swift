import Engine
import Ledger

/// A project's batches of the year: the code is the number of a set of places on registers, each with its class.
final class BatchCodes: PlaceCodes {
  private let asked: Set<BatchClause>
  private let year: Int?
  private let catalogue: Catalogue
  /// The batches of each register.
  private let batches: [String: Set<String>]

  init(_ places: RegisterPlaces, asked: Set<BatchClause>, year: Int?, _ catalogue: Catalogue) {
    self.asked = asked
    self.year = year
    self.catalogue = catalogue
    batches = Dictionary(
      catalogue.registers.map { ($0.code, Set($0.batches)) }, uniquingKeysWith: { $0.union($1) })
    super.init(places)
  }

  override func passes(_ code: Int) -> Bool {
    if asked.isEmpty { return true }
    let own = own(code)
    return own.isEmpty
      ? asked.contains(.none) : own.contains { batch in asked.contains { $0.asks(for: batch) } }
  }

  /// Counts each batch once for a project, in the selected year or else in any year; the latest year first.
  override func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] {
    var byBatch: [BatchClause: Tally] = [:]
    var none = Tally()
    for (number, tally) in tallies.prefix(places.sets.count).enumerated()
    where tally.count > 0 {
      let own = own(number)
      for batch in own { byBatch[batch, default: Tally()].add(tally) }
      if own.isEmpty { none.add(tally) }
    }
    for batch in asked where batch.year != nil { byBatch[batch, default: Tally()].add(Tally()) }
    let order = catalogue.batches
    let batches = byBatch.keys.sorted { left, right in
      let places = [left, right].map { order.firstIndex(of: $0.name) ?? order.count }
      return (right.year ?? 0, places[0], left.name) < (left.year ?? 0, places[1], right.name)
    }
    return batches.flatMap { batch in
      (byBatch[batch] ?? Tally()).counted(
        .text(batch.text), isSelected: asked.contains { $0.asks(for: batch) })
    } + none.counted(.none, isSelected: asked.contains(.none))
  }

  /// The batches of a code, in the selected year or else in any year.
  private func own(_ code: Int) -> Set<BatchClause> {
    Set(
      places.sets[code].compactMap { place in
        guard let name = place.className, (year ?? place.year) == place.year,
          batches[place.register]?.contains(name) == true
        else { return nil }
        return BatchClause(name: name, year: place.year)
      })
  }
}

extension BatchClause {
  fileprivate func asks(for batch: BatchClause) -> Bool {
    batch.year.map { holds(batch.name, $0) } ?? false
  }
}
