import Engine

/// What a project's places on registers say: the code is the number of a set of places.
class PlaceCodes: FacetCoder {
  private(set) var places: RegisterPlaces

  init(_ places: RegisterPlaces) {
    self.places = places
    // The places are in another table, which is read first.
    super.init(columns: [], condition: nil)
  }

  override func code(_ row: any Statement) throws -> Int { places.number(of: row.int64(0)) }

  override func finish() { places = places.withoutProjects }
}
