import Intake
import Ledger
import Testing

@testable import Matching

@Suite struct MatcherTests {
  private func known(
    _ id: Int64, _ name: String, code: String? = nil, owner: String? = nil, district: String? = nil
  ) -> KnownProject {
    KnownProject(id: id, code: code, name: name, owner: owner, district: district)
  }

  private func matcher(_ known: [KnownProject]) throws -> Matcher {
    let catalogue = try Shipped.catalogue.get()
    return Matcher(KnownIndex(PackedProjects(known)), judge: IdentityJudge(catalogue))
  }

  private func row(
    _ number: Int, _ name: String?, code: String? = nil, owner: String? = nil,
    district: String? = nil
  ) -> ParsedRow {
    var values: [ParsedValue] = []
    func add(_ field: Field, _ value: Value?) {
      guard let value else { return }
      values.append(
        ParsedValue(key: FieldKey(field), value: value, column: 0, cellRow: nil, raw: nil))
    }
    add(.name, name.map { .text($0) })
    add(.code, code.map { .text($0) })
    add(.owner, owner.map { .text($0) })
    add(.district, district.map { .reference($0) })
    return ParsedRow(number: number, serial: nil, values: values)
  }

  @Test func `代码相同就是同一个项目，名称不同也是`() throws {
    let matcher = try matcher([known(1, "甲项目", code: "A"), known(2, "乙项目", code: "B")])
    #expect(try matcher.matches(of: [row(5, "改名的项目", code: "B")]) == [.project(2, by: .code)])
  }

  @Test func `一个代码在台账里有两个项目，名称说是哪个；说不清就交人决定`() throws {
    let matcher = try matcher([known(1, "甲项目", code: "A"), known(2, "乙项目", code: "A")])
    #expect(
      try matcher.matches(of: [row(5, "甲项目", code: "A"), row(6, "丙项目", code: "A")])
        == [.project(1, by: .code), .several([1, 2])])
  }

  @Test func `名称相同且地点业主不矛盾才算同一个`() throws {
    let matcher = try matcher([known(1, "云岫关节模组生产基地项目", owner: "甲公司", district: "450203")])
    #expect(
      try matcher.matches(of: [row(5, "云岫关节模组生产基地", district: "450203")])
        == [.project(1, by: .name)])
    #expect(
      try matcher.matches(of: [row(5, "云岫关节模组生产基地", district: "450204")])
        == [.possibly(1, .differentDistricts)])
    #expect(
      try matcher.matches(of: [row(5, "云岫关节模组生产基地项目", owner: "乙公司")])
        == [.possibly(1, .differentOwners)])
  }

  @Test func `两边都有代码而不同，名称相同也不是同一个`() throws {
    let matcher = try matcher([known(1, "甲项目", code: "2606-450205-04-02-100005")])
    #expect(try matcher.matches(of: [row(5, "甲项目", code: "2605-450205-04-02-200005")]) == [.new])
  }

  @Test func `期次不同的项目不合并也不提疑`() throws {
    let matcher = try matcher([known(1, "云岫电池项目（一期）", owner: "甲公司")])
    #expect(try matcher.matches(of: [row(5, "云岫电池项目（二期）", owner: "甲公司")]) == [.new])
  }

  @Test func `同一个报送单位一字不差地再报一次，就是同一个项目`() throws {
    let matcher = try matcher([known(1, "停车场项目"), known(2, "冷库项目", district: "450203")])
    let rows: Rows = [row(5, "停车场项目"), row(6, "冷库项目", district: "450204")]
    #expect(
      try matcher.matches(of: rows)
        == [.possibly(1, .bareName), .possibly(2, .differentDistricts)])
    #expect(
      try matcher.matches(
        of: rows, said: LastRowDigests([(project: 1, digest: 0), (project: 2, digest: 0)]))
        == [.project(1, by: .name), .possibly(2, .differentDistricts)])
  }

  @Test func `同一个报送单位重复上次对一个项目说的话，说的就是那个项目`() throws {
    let matcher = try matcher([known(1, "改过名的项目", code: "B"), known(4, "乙项目", code: "A")])
    let repeated = row(5, "甲项目", code: "A")
    let said = LastRowDigests([(project: 1, digest: repeated.digest), (project: 4, digest: 9)])
    let rows: Rows = [repeated, row(6, "乙项目", code: "A"), row(7, "甲项目", code: "A")]
    #expect(
      try matcher.matches(of: rows, said: said)
        == [.project(1, by: .code), .project(4, by: .code), .repeated(row: 5)])
    // Said of two projects it tells neither; the code does.
    let twice = LastRowDigests([1, 4].map { (project: $0, digest: repeated.digest) })
    #expect(
      try matcher.matches(of: [repeated], said: twice) == [.project(4, by: .code)])
    #expect(said.missing(among: [.project(4, by: .code), .new]) == [1])
  }

  @Test func `一次导入里同一个项目只写一次`() throws {
    let matcher = try matcher([known(1, "甲项目", code: "A")])
    #expect(
      try matcher.matches(of: [row(5, "甲项目", code: "A"), row(6, "甲项目", code: "A")])
        == [.project(1, by: .code), .repeated(row: 5)])
    #expect(try matcher.matches(of: [row(7, "丙项目"), row(8, "丙项目")]) == [.new, .repeated(row: 7)])
  }

  @Test func `待核的行照人的答复写入，不待核的不受影响`() throws {
    let matcher = try matcher([known(1, "云岫关节模组生产基地项目", owner: "甲公司", district: "450203")])
    let moved = row(5, "云岫关节模组生产基地", district: "450204")
    let stayed = row(6, "云岫关节模组生产基地", owner: "甲公司", district: "450203")
    func matches(_ row: ParsedRow, _ answer: RowAnswers.Answer) throws -> [Matcher.Match] {
      try matcher.matches(of: [row], answers: RowAnswers([("云岫关节模组生产基地", answer)]))
    }
    #expect(try matches(moved, .project(1)) == [.project(1, by: .answer)])
    #expect(try matches(moved, .new) == [.new])
    #expect(try matches(stayed, .new) == [.project(1, by: .name)])
  }

  @Test func `没有名称的行不能导入，重名的交人决定`() throws {
    let matcher = try matcher([known(1, "甲项目"), known(2, "甲项目")])
    #expect(
      try matcher.matches(of: [row(5, nil), row(6, "甲项目")]) == [.nameless, .possibly(1, .bareName)])
  }

  @Test func `相像而已有行认领的再多，也不挤掉要问的那一个`() throws {
    // Twelve of the ledger that rows are about, likelier each than the one that a row is held for.
    let alike = (1...12).map { known(Int64($0), "云岫电池生产基地\($0)号楼", owner: "云岫公司") }
    let doubtful = known(13, "云岫电池生产基地", owner: "云岫公司")
    let matcher = try matcher(alike + [doubtful])
    let rows = Rows(
      (1...13).map { row($0, "云岫电池生产基地\($0)号楼", owner: "云岫公司") })
    let matches = try matcher.matches(of: rows)
    #expect(matches.prefix(12) == (1...12).map { .project($0, by: .name) }[...])
    #expect(matches.last == .possibly(13, .markOnOneSide))
  }

  @Test func `认领过的候选让给下一个，上百行也不漏`() throws {
    // Every row may be every project of its form; each asks for the likest that nobody has claimed.
    let count = 150
    let projects = (1...count).map {
      known(Int64($0), "示例园标准厂房\($0)号楼（一期）", owner: "示例公司")
    }
    let rows = Rows((1...count).map { row($0, "示例园标准厂房\($0)号楼", owner: "示例公司") })
    let matches = try matcher(projects).matches(of: rows)
    #expect(matches == (1...count).map { .possibly(Int64($0), .phaseOnOneSide) })
  }

  @Test func `有人要停，匹配就停`() throws {
    struct Stopped: Error {}
    let projects = (1...50).map { known(Int64($0), "示例园标准厂房\($0)号楼") }
    let rows = Rows((51...100).map { row($0, "示例园标准厂房\($0)号楼") })
    for turns in [0, 1, 2, 3] {
      var asked = 0
      let matcher = try matcher(projects)
      #expect(throws: Stopped.self) {
        _ = try matcher.matches(of: rows) {
          asked += 1
          if asked > turns { throw Stopped() }
        }
      }
    }
  }
}
