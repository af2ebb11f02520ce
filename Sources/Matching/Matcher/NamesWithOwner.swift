/// Projects whose names contain words of their owner's or investor's name, indexed by the rest of the name.
struct NamesWithOwner: Sendable {
  private var rests = CoreIndex()
  /// The projects of each rest.
  private var places: [[Int32]] = []
  /// The rests of each project's name.
  private var ofPlace: [Int32: [NameBag]] = [:]
  private var alone = OwnerOnlyNames()

  /// The rests of a name without the words of the owner or investor, where it contains such.
  static func rests(of project: ReadProject) -> [NameBag] {
    project.bodies.map { project.name.core.subtracting($0) }.filter { $0 != project.name.core }
  }

  /// Adds a project with rests; `owner` is set if its name consists only of words of owner or investor.
  mutating func add(_ place: Int32, _ rests: [NameBag], alone owner: OwnerOnlyName?) {
    guard !rests.isEmpty else { return }
    ofPlace[place] = rests
    if let owner { alone.add(place, owner) }
    for rest in Set(rests) where !rest.isEmpty {
      let number = Int(self.rests.add(rest))
      if number == places.count { places.append([]) }
      places[number].append(place)
    }
  }

  /// Builds the index; call it once all are added.
  mutating func close() { rests.close() }

  /// Whether a core contains any rest of a project's name.
  func isAnyRest(of place: Int32, partOf core: NameBag) -> Bool {
    ofPlace[place]?.contains { $0.isPart(of: core) } == true
  }

  /// The projects that the judge may not call different from one whose name has no rest: those it may call the same,
  /// and those of other owners, which are doubtful at most.
  func found(for owner: OwnerOnlyName, _ core: NameBag) -> (sure: [Int32], doubtful: [[Int32]]) {
    var found = alone.found(for: owner)
    rests.forEachPart(of: core) { found.sure += places[Int($0)] }
    return found
  }
}
