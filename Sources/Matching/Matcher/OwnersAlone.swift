/// What there is to compare of a project whose name says nothing but whose it is: 某某公司项目.
///
/// Two of them are different where each name begins with its own owner's (`IdentityPair`), and only
/// there; most are, so that they are found by what keeps two from it.
struct OwnerAlone: Sendable {
  /// The owner's core; nil without an owner.
  let owner: [Unicode.Scalar]?
  let creditCode: String?
  let investor: String?
  /// What the name begins with, if its owner's name has it.
  let brand: String?
  /// The owner's name, two characters at a time.
  let words: Set<String>

  /// Nil where something else is left of the name.
  init?(_ project: ReadProject, _ rests: [NameBag]) {
    guard rests.contains(where: \.isEmpty) else { return nil }
    owner = project.owner?.core
    creditCode = project.creditCode
    investor = project.project.investor
    let name = Array(project.project.owner ?? "")
    words = Set(zip(name, name.dropFirst()).map { String([$0, $1]) })
    let first = String(project.project.name.prefix(2))
    brand = words.contains(first) ? first : nil
  }
}

/// Projects whose names say nothing but whose they are.
struct OwnersAlone: Sendable {
  private var all: [Int32] = []
  /// Those without an owner.
  private var unowned: [Int32] = []
  /// Those with an owner whose name they do not begin with.
  private var brandless: [Int32] = []
  private var byOwner: [[Unicode.Scalar]: [Int32]] = [:]
  private var byCreditCode: [String: [Int32]] = [:]
  private var byInvestor: [String: [Int32]] = [:]
  private var byBrand: [String: [Int32]] = [:]
  private var byWord: [String: [Int32]] = [:]

  mutating func add(_ place: Int32, _ project: OwnerAlone) {
    all.append(place)
    if let code = project.creditCode { byCreditCode[code, default: []].append(place) }
    if let investor = project.investor { byInvestor[investor, default: []].append(place) }
    guard let owner = project.owner else { return unowned.append(place) }
    byOwner[owner, default: []].append(place)
    guard let brand = project.brand else { return brandless.append(place) }
    byBrand[brand, default: []].append(place)
    for word in project.words { byWord[word, default: []].append(place) }
  }

  /// Those that may be a project, and those of other owners that are doubtful at most: lists that are looked
  /// through only as far as doubts are wanted, so that none is copied.
  func found(for project: OwnerAlone) -> (sure: [Int32], doubtful: [[Int32]]) {
    guard let owner = project.owner else { return (all, []) }
    var sure = unowned + (byOwner[owner] ?? [])
    if let code = project.creditCode { sure += byCreditCode[code] ?? [] }
    if let investor = project.investor { sure += byInvestor[investor] ?? [] }
    guard let brand = project.brand else { return (sure, [all]) }
    let owned = [byWord[brand]] + project.words.map { byBrand[$0] }
    return (sure, owned.compactMap { $0 } + [brandless])
  }
}
