import Ledger

/// Every project's places on registers, read once before a scan: equal sets of places share a number,
/// and 0 is none.
struct RegisterPlaces {
  /// A place on a register.
  struct Place: Hashable {
    let register: String
    let year: Int
    let state: String?
  }

  /// The places of each number.
  private(set) var sets: [[Place]] = [[]]
  /// By the number of a project.
  private var numbers: [Int32] = []

  init(_ session: Session) throws {
    var known: [[Place]: Int32] = [[]: 0]
    // Who stands on which register?
    let statement = try session.statement(
      """
      SELECT project, year, register, state
      FROM membership
      ORDER BY project, year, register
      """)
    var project: ProjectID = 0
    var places: [Place] = []
    func close(_ places: [Place]) {
      guard !places.isEmpty else { return }
      if known[places] == nil {
        known[places] = Int32(sets.count)
        sets.append(places)
      }
      let missing = Int(project) + 1 - numbers.count
      if missing > 0 { numbers.append(contentsOf: repeatElement(0, count: missing)) }
      numbers[Int(project)] = known[places] ?? 0
    }
    while try statement.step() {
      if statement.int64(0) != project {
        close(places)
        places.removeAll(keepingCapacity: true)
        project = statement.int64(0)
      }
      places.append(
        Place(
          register: statement.text(2), year: statement.int(1), state: statement.textIfAny(3)))
    }
    close(places)
  }

  /// The number of a project's places.
  func number(of project: ProjectID) -> Int {
    numbers.indices.contains(Int(project)) ? Int(numbers[Int(project)]) : 0
  }
}
