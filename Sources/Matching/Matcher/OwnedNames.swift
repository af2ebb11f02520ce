/// Projects whose names have words of their owner's or investor's, to be found by what is left of the
/// names without them.
struct OwnedNames: Sendable {
  private var rests = CoreIndex()
  /// The projects of each rest.
  private var places: [[Int32]] = []
  /// What is left of each project's name.
  private var ofPlace: [Int32: [NameBag]] = [:]
  private var alone = OwnersAlone()

  /// What is left of a name without the words of an owner or investor, where it has such.
  static func rests(of project: ReadProject) -> [NameBag] {
    project.bodies.map { project.name.core.subtracting($0) }.filter { $0 != project.name.core }
  }

  /// Adds a project of which something is left; `owner` where the words of bodies are all it says.
  mutating func add(_ place: Int32, _ rests: [NameBag], alone owner: OwnerAlone?) {
    guard !rests.isEmpty else { return }
    ofPlace[place] = rests
    if let owner { alone.add(place, owner) }
    for rest in Set(rests) where !rest.isEmpty {
      let number = Int(self.rests.add(rest))
      if number == places.count { places.append([]) }
      places[number].append(place)
    }
  }

  /// To be called when all are added.
  mutating func close() { rests.close() }

  /// Whether a core says all that is left of a project's name.
  func isAnyRest(of place: Int32, partOf core: NameBag) -> Bool {
    ofPlace[place]?.contains { $0.isPart(of: core) } == true
  }

  /// Those that the judge may not call different from a project of whose name nothing is left, by what it
  /// may call them: the same, or, where owners differ, doubtful at most.
  func found(for owner: OwnerAlone, _ core: NameBag) -> (sure: [Int32], doubtful: [[Int32]]) {
    var found = alone.found(for: owner)
    rests.forEachPart(of: core) { found.sure += places[Int($0)] }
    return found
  }
}
