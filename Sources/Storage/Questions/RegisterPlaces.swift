import Engine
import Ledger
import Machine

/// Projects' places on registers, read once before a scan: equal sets of places share a number, and 0 is the empty
/// set.
struct RegisterPlaces {
  /// A place on a register.
  struct Place: Hashable {
    let register: String
    let year: Int
    let state: String?
    let className: String?
  }

  /// The places of each set, by number.
  private(set) var sets: [[Place]] = [[]]
  /// The number of each project's set.
  private var numbers: [Int32] = []
  /// The sets by their bytes: few distinct ones repeat often.
  private var known = Interner()

  init() {}

  /// The same numbered sets, without projects.
  var withoutProjects: RegisterPlaces {
    var places = self
    places.numbers = []
    return places
  }

  /// Which projects, of those that a condition selects or of all, are on which registers?
  static func query(of condition: SQLCondition?) -> ForeseenQuery {
    ForeseenQuery(
      """
      SELECT project, year, register, state, class
      FROM membership
      \(condition.map { "WHERE project IN (SELECT p.id FROM project AS p WHERE \($0.sql))" } ?? "")
      ORDER BY project, year, register
      """, condition?.values ?? [], isStream: true)
  }

  /// Reads the places of the projects that a condition on `project AS p` selects, or of all.
  mutating func read(of condition: SQLCondition?, _ session: Session) throws {
    let query = Self.query(of: condition)
    let statement = try session.stream(query.sql).bind(query.values)
    var project: ProjectID = 0
    var text = ByteText()
    while try statement.step() {
      if statement.int64(0) != project {
        note(text, of: project)
        text.removeAll()
        project = try statement.key(0, in: Stored.project, "membership")
      }
      text.append(integer: statement.int64(1))
      text.append(byte: ByteText.tab)
      text.append(escaped: statement.bytes(2).span)
      for column: Int32 in [3, 4] {
        text.append(byte: ByteText.tab)
        // Neither is ever empty.
        if !statement.isNull(column) { text.append(escaped: statement.bytes(column).span) }
      }
      text.append(byte: ByteText.newline)
    }
    note(text, of: project)
  }

  /// The number of a project's set of places.
  func number(of project: ProjectID) -> Int {
    numbers.indices.contains(Int(project)) ? Int(numbers[Int(project)]) : 0
  }

  private mutating func note(_ text: ByteText, of project: ProjectID) {
    guard text.count > 0 else { return }
    let (number, isNew) = text.withBytes { known.number(of: $0) }
    if isNew { sets.append(Self.places(text)) }
    let missing = Int(project) + 1 - numbers.count
    if missing > 0 { numbers.append(contentsOf: repeatElement(0, count: missing)) }
    numbers[Int(project)] = Int32(number + 1)
  }

  /// Parses lines `year TAB register TAB [state] TAB [class]`, escaped.
  private static func places(_ text: ByteText) -> [Place] {
    text.withBytes { bytes in
      bytes.split(separator: ByteText.newline).map { line in
        let parts = line.split(separator: ByteText.tab, omittingEmptySubsequences: false)
          .map(ByteText.unescape)
        return Place(
          register: parts[1], year: Int(parts[0]) ?? 0, state: parts[2].isEmpty ? nil : parts[2],
          className: parts[3].isEmpty ? nil : parts[3])
      }
    }
  }
}

/// Places on registers that were read for one question, so that a second property need not read them again.
final class FreshPlaces {
  private var read: (condition: SQLCondition?, places: RegisterPlaces)?

  /// The places of the projects that a condition selects, or of more.
  func places(of condition: SQLCondition?, _ session: Session) throws -> RegisterPlaces {
    if let read, read.condition == nil || read.condition == condition { return read.places }
    var places = RegisterPlaces()
    try places.read(of: condition, session)
    read = (condition, places)
    return places
  }
}
