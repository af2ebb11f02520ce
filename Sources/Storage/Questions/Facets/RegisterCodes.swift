import Engine
import Ledger

/// A project's register places.
final class RegisterCodes: PlaceCodes {
  private let asked: Set<RegisterClause>
  private let year: Int?
  private let catalogue: Catalogue

  init(
    _ places: RegisterPlaces, asked: Set<RegisterClause>, year: Int?, _ catalogue: Catalogue
  ) {
    self.asked = asked
    self.year = year
    self.catalogue = catalogue
    super.init(places)
  }

  override func passes(_ code: Int) -> Bool {
    asked.isEmpty || places.sets[code].contains(where: isAsked)
  }

  /// Counts each register once for a project, in the selected year or else in any year.
  override func counts(_ tallies: ArraySlice<Tally>) -> [Facet.Count] {
    var byRegister: [String: Tally] = [:]
    var none = Tally()
    for (number, tally) in tallies.prefix(places.sets.count).enumerated() {
      let places = places.sets[number].filter { (year ?? $0.year) == $0.year }
      for code in Set(places.map(\.register)) { byRegister[code, default: Tally()].add(tally) }
      if places.isEmpty { none.add(tally) }
    }
    let asked = Set(asked.map(\.register))
    let codes = catalogue.sorted(.register, Set(byRegister.keys).union(asked))
    return codes.flatMap { code in
      let isKnown = catalogue.item(.register, code) != nil
      return (byRegister[code] ?? Tally()).counted(
        isKnown ? .item(.register, code: code) : .text(code), isSelected: asked.contains(code))
    } + none.counted(.none, isSelected: false)
  }

  private func isAsked(_ place: RegisterPlaces.Place) -> Bool {
    asked.contains { clause in
      place.register == clause.register && (clause.year ?? year ?? place.year) == place.year
        && (clause.state == nil || clause.state == place.state)
    }
  }
}
