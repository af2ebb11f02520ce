import Engine
import Ledger

/// The rows of the state that follows another one.
struct RowSteps {
  let ids: [ProjectID]
  let touched: Set<ProjectID>
  private let before: [ProjectID]

  /// `touched` selects the projects that were touched since.
  init(from before: [ProjectID], _ touched: SQLCondition, _ session: Session) throws {
    func numbers(_ sql: String) throws -> [ProjectID] {
      let rows = try session.stream(sql).bind(touched.values)
      var numbers: [ProjectID] = []
      while try rows.step() { numbers.append(rows.int64(0)) }
      return numbers
    }
    self.before = before
    self.touched = Set(try numbers(touched.sql))
    // Which of them exist now?
    let present = try numbers("SELECT p.id FROM project AS p WHERE p.id IN (\(touched.sql))")
    let isSame =
      present.count == self.touched.count && present.allSatisfy { before.place(of: $0) != nil }
    ids =
      isSame
      ? before : (before.filter { [gone = self.touched] in !gone.contains($0) } + present).sorted()
  }

  var move: RowMove {
    let places = touched.compactMap { ids.place(of: $0) }
    if ids == before { return RowMove(sources: nil, touched: places) }
    var old = 0
    let sources = ids.map { id in
      while old < before.count, before[old] < id { old += 1 }
      return old < before.count && before[old] == id ? Int32(old) : -1
    }
    return RowMove(sources: sources, touched: places)
  }
}

extension [ProjectID] {
  /// The index of a number in a sorted array, by binary search.
  func place(of id: ProjectID) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == id ? low : nil
  }
}
