import Ledger
import Machine

/// An index of the ledger's projects by everything that may match a row, so that the judge runs only on those it
/// might not call different.
///
/// The judge calls two names different unless one core contains the other, apart from words of owners' names; or the
/// names are one character apart; or both are one named construction project; or the codes are one slip apart. Each
/// case has an index that finds its few among any number that are alike. A result has the row's code, one a slip
/// away, or its name, or shares with it a fifth of the shorter one's character pairs, and at least two if there are
/// two.
struct SimilarityIndex: Sendable {
  /// A project that the judge does not call different from a row.
  struct Found: Sendable {
    let place: Int
    let judgement: Judgement
  }

  /// The result for a row.
  struct Answer: Sendable {
    /// The likeliest first.
    let found: [Found]
    /// Whether there are no others.
    let isWhole: Bool
  }

  private let known: @Sendable (Int) -> KnownProject
  private let judge: IdentityJudge
  private var cores = CoreIndex()
  /// The names of each core.
  private var named: [NamesByMarks] = []
  private var owned = NamesWithOwner()
  private var halves: HashIndex
  /// The texts to check the other half of a name found by one half.
  private var texts = NameTexts()
  private var builds: [String: [Int32]] = [:]
  private var codes = CodeSlips()

  private static let batch = 16_384

  /// Indexes `count` projects. `watch` stops the work by throwing.
  init(
    _ count: Int, _ known: @escaping @Sendable (Int) -> KnownProject, judge: IdentityJudge,
    watch: () throws -> Void
  ) throws {
    self.known = known
    self.judge = judge
    halves = HashIndex(2 * count)
    // Index each batch before reading the next, to limit the memory used.
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

  /// The traits by which a project is found.
  private struct Traits: Sendable {
    let core: NameBag
    let marks: DistinguishingMarks
    let rests: [NameBag]
    let alone: OwnerOnlyName?
    let text: NameText
    let halves: [UInt64]
    let build: String?
    let code: String?

    init(_ read: ReadProject) {
      core = read.name.core
      marks = DistinguishingMarks(read.name)
      rests = NamesWithOwner.rests(of: read)
      alone = OwnerOnlyName(read, rests)
      text = read.text
      halves = read.text.halves
      build = read.build
      code = read.project.code
    }
  }

  private mutating func add(_ place: Int32, _ traits: Traits) {
    let core = Int(cores.add(traits.core))
    if core == named.count { named.append(NamesByMarks()) }
    named[core].add(place, traits.marks)
    owned.add(place, traits.rests, alone: traits.alone)
    texts.append(traits.text)
    for (half, hash) in traits.halves.enumerated() { halves.add(2 * Int(place) + half, hash) }
    if let build = traits.build { builds[build, default: []].append(place) }
    codes.add(place, traits.code)
  }

  /// The least number of character pairs two names must share. A short name may be contained whole in a long one.
  static func least(shared grams: Int, _ others: Int) -> Int {
    let fewer = min(grams, others)
    return max(min(2, fewer), fewer / 5, 1)
  }

  // MARK: Finding

  /// The projects that the judge does not call different from a row: those with its code or name first, then by
  /// descending likeness. Of those that are doubtful because of a one-sided mark or another owner, at most `wanted`
  /// are returned.
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
    let marks = DistinguishingMarks(read.name)
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

  /// The projects the judge may call the same, those of other owners that are doubtful at most, and the cores of all
  /// that it may not call different.
  private func candidates(
    of row: ReadProject
  ) -> (places: Set<Int32>, doubtful: [[Int32]], cores: [Int32]) {
    let marks = DistinguishingMarks(row.name)
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
    let rests = NamesWithOwner.rests(of: row)
    var doubtful: [[Int32]] = []
    if let alone = OwnerOnlyName(row, rests) {
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

  /// A cache of recently parsed projects: similar ones are compared again and again.
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
  /// A hash of each half, including the length and all characters that are not Chinese. Of two names one character
  /// apart one half is equal, and only Chinese characters count as slips.
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
