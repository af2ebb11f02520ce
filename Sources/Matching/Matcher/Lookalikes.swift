import Ledger
import Machine

/// The projects of the ledger by all that may make one of them a row's, so that the judge is asked only of
/// those it may not call different.
///
/// It calls two names different unless one core says all that the other says, as far as owners' names do
/// not account for it; or they are a character apart; or are one named build; or a slip lies between two
/// codes. Each of these finds its few among any number that are alike. What is found has the row's code,
/// a slip away, or its name, or shares with it a fifth of the shorter one's pairs of characters, and two
/// if there are two.
struct Lookalikes: Sendable {
  /// A project that the judge does not call different from a row.
  struct Found: Sendable {
    let place: Int
    let judgement: Judgement
  }

  /// What there is to say of a row.
  struct Answer: Sendable {
    /// The likest first.
    let found: [Found]
    /// Whether there are no others.
    let isWhole: Bool
  }

  private let known: @Sendable (Int) -> KnownProject
  private let judge: IdentityJudge
  private var cores = CoreIndex()
  /// The names of each core.
  private var named: [PartedNames] = []
  private var owned = OwnedNames()
  private var halves: HashedPlaces
  /// What stands in the other half of the name found by one.
  private var texts = NameTexts()
  private var builds: [String: [Int32]] = [:]
  private var codes = CodeSlips()

  private static let batch = 16_384

  /// Takes so many projects. `watch` stops the work by throwing.
  init(
    _ count: Int, _ known: @escaping @Sendable (Int) -> KnownProject, judge: IdentityJudge,
    watch: () throws -> Void
  ) throws {
    self.known = known
    self.judge = judge
    halves = HashedPlaces(2 * count)
    // What is found of a project is put in its place before much of it stands in memory.
    for start in stride(from: 0, to: count, by: Self.batch) {
      let batch = start..<min(start + Self.batch, count)
      let parts = Cores.parts(of: batch, least: 256, cores: .max)
      let traits = try Cores.map(parts, making: {}, watch: { _, _ in try watch() }) {
        _, part, watch in
        try watch(0)
        return part.map { Traits(judge.read(known($0))) }
      }
      for (place, traits) in zip(batch, traits.joined()) { add(Int32(place), traits) }
    }
    cores.close()
    owned.close()
  }

  /// What a project is found by.
  private struct Traits: Sendable {
    let core: NameBag
    let marks: PartingMarks
    let rests: [NameBag]
    let alone: OwnerAlone?
    let text: NameText
    let halves: [UInt64]
    let build: String?
    let code: String?

    init(_ read: ReadProject) {
      core = read.name.core
      marks = PartingMarks(read.name)
      rests = OwnedNames.rests(of: read)
      alone = OwnerAlone(read, rests)
      text = read.text
      halves = read.text.halves
      build = read.build
      code = read.project.code
    }
  }

  private mutating func add(_ place: Int32, _ traits: Traits) {
    let core = Int(cores.add(traits.core))
    if core == named.count { named.append(PartedNames()) }
    named[core].add(place, traits.marks)
    owned.add(place, traits.rests, alone: traits.alone)
    texts.append(traits.text)
    for (half, hash) in traits.halves.enumerated() { halves.add(2 * Int(place) + half, hash) }
    if let build = traits.build { builds[build, default: []].append(place) }
    codes.add(place, traits.code)
  }

  /// How many pairs of characters two names must share. A short name says all it says within a long one.
  static func least(shared grams: Int, _ others: Int) -> Int {
    let fewer = min(grams, others)
    return max(min(2, fewer), fewer / 5, 1)
  }

  // MARK: Finding

  /// The projects that the judge does not call different from a row: those of its code or name first, then
  /// the likest. Of those that a mark on one side or another owner makes doubtful only so many are told as
  /// are wanted.
  func found(
    for row: KnownProject, doubts wanted: Int, _ memory: inout Memory,
    passing isPassed: (_ place: Int) -> Bool
  ) -> Answer {
    let read = judge.read(row)
    let grams = row.nameKey.grams
    let coded = Set(codes.places(near: row.code))
    var found: [(shared: Int, found: Found)] = []
    func look(_ place: Int32) {
      if isPassed(Int(place)) { return }
      let other = memory.known(place) ?? known(Int(place))
      let isNamed =
        row.code != nil && row.code == other.code || row.name == other.name
        || row.nameKey == other.nameKey
      let shared = isNamed ? Int.max : other.nameKey.grams.count(where: grams.contains)
      guard
        shared >= Self.least(shared: grams.count, other.nameKey.grams.count)
          || coded.contains(place)
      else { return }
      let judgement = judge.judge(read, memory.read(place, other, judge))
      if judgement.verdict == .different { return }
      found.append((shared, Found(place: Int(place), judgement: judgement)))
    }
    var (sure, doubtful, cores) = candidates(of: read)
    sure.forEach(look)
    let all = found.count + min(wanted, .max - found.count)
    let marks = PartingMarks(read.name)
    var isWhole = true
    func doubt(_ place: Int32) -> Bool {
      guard sure.insert(place).inserted else { return true }
      if found.count < all { look(place) } else { isWhole = false }
      return isWhole
    }
    _ = doubtful.allSatisfy { $0.allSatisfy(doubt) }
    for number in cores { named[Int(number)].forEach(besides: marks, doubt) }
    found.sort { ($1.shared, $0.found.place) < ($0.shared, $1.found.place) }
    return Answer(found: found.map(\.found), isWhole: isWhole)
  }

  /// Those that the judge may call the same, those of other owners that it may call doubtful, and the cores
  /// of all that it may not call different.
  private func candidates(
    of row: ReadProject
  ) -> (places: Set<Int32>, doubtful: [[Int32]], cores: [Int32]) {
    let marks = PartingMarks(row.name)
    let core = row.name.core
    var places = Set(codes.places(near: row.project.code))
    if let build = row.build { places.formUnion(builds[build] ?? []) }
    for hash in row.text.halves {
      let found = halves.all(of: hash) { texts.mayBeSlip(of: row.text, at: $0 / 2) }
      places.formUnion(found.map { Int32($0 / 2) })
    }
    var numbers: Set<Int32> = []
    cores.forEachSaying(core) { numbers.insert($0) }
    cores.forEachPart(of: core) { numbers.insert($0) }
    for number in numbers { named[Int(number)].forEach(with: marks) { places.insert($0) } }
    let rests = OwnedNames.rests(of: row)
    var doubtful: [[Int32]] = []
    if let alone = OwnerAlone(row, rests) {
      let found = owned.found(for: alone, core)
      places.formUnion(found.sure)
      doubtful = found.doubtful
    }
    func add(_ place: Int32) {
      if owned.isAnyRest(of: place, partOf: core) { places.insert(place) }
    }
    for rest in rests where !rest.isEmpty {
      cores.forEachSaying(rest) { number in
        named[Int(number)].forEach(with: marks, add)
        named[Int(number)].forEach(besides: marks) {
          add($0)
          return true
        }
      }
    }
    return (places, doubtful, numbers.sorted())
  }

  /// Projects that were taken apart lately: those that are alike are looked at again and again.
  struct Memory {
    private var reads: [Int32: ReadProject] = [:]

    fileprivate func known(_ place: Int32) -> KnownProject? { reads[place]?.project }

    fileprivate mutating func read(
      _ place: Int32, _ project: KnownProject, _ judge: IdentityJudge
    ) -> ReadProject {
      if let read = reads[place] { return read }
      let read = judge.read(project)
      if reads.count >= 2_048 { reads.removeAll(keepingCapacity: true) }
      reads[place] = read
      return read
    }
  }
}

extension NameText {
  /// A hash of each half, with the length and all that is no Chinese character: of two names a character
  /// apart one half is the same, and only Chinese characters are taken for each other.
  fileprivate var halves: [UInt64] {
    let middle = scalars.count / 2
    var other = UInt64(scalars.count)
    for (place, scalar) in scalars.enumerated() where !scalar.isHan {
      other = (other ^ UInt64(place) << 32 ^ UInt64(scalar.value)) &* 0x9e37_79b9_7f4a_7c15
    }
    return [scalars[..<middle], scalars[middle...]].enumerated().map { half, scalars in
      var hash = other ^ UInt64(half + 1) << 56
      for scalar in scalars { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01b3 }
      return hash ^ hash >> 29
    }
  }
}
