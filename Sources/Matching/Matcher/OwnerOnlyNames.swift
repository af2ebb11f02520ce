/// The traits of a project whose name states only its owner: 某某公司项目.
///
/// Two of them are different if, and only if, each name begins with its own owner's (`IdentityPair`). Most pairs are,
/// so the index finds those that are not.
struct OwnerOnlyName: Sendable {
  /// The owner's core; nil without an owner.
  let owner: [Unicode.Scalar]?
  let creditCode: String?
  let investor: String?
  /// The first two characters of the name, if the owner's name contains them.
  let brand: String?
  /// The owner's name as pairs of neighbouring characters.
  let words: Set<String>

  /// Nil if the name has any other words.
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

/// An index of projects whose names state only their owners.
struct OwnerOnlyNames: Sendable {
  private var all: [Int32] = []
  /// Those without an owner.
  private var unowned: [Int32] = []
  /// Those with an owner whose name does not contain the beginning of the project's name.
  private var brandless: [Int32] = []
  private var byOwner: [[Unicode.Scalar]: [Int32]] = [:]
  private var byCreditCode: [String: [Int32]] = [:]
  private var byInvestor: [String: [Int32]] = [:]
  private var byBrand: [String: [Int32]] = [:]
  private var byWord: [String: [Int32]] = [:]

  mutating func add(_ place: Int32, _ project: OwnerOnlyName) {
    all.append(place)
    if let code = project.creditCode { byCreditCode[code, default: []].append(place) }
    if let investor = project.investor { byInvestor[investor, default: []].append(place) }
    guard let owner = project.owner else { return unowned.append(place) }
    byOwner[owner, default: []].append(place)
    guard let brand = project.brand else { return brandless.append(place) }
    byBrand[brand, default: []].append(place)
    for word in project.words { byWord[word, default: []].append(place) }
  }

  /// The projects that may be the same, and lists of those of other owners that are doubtful at most; the lists are not
  /// copied, because callers stop after as many doubts as they want.
  func found(for project: OwnerOnlyName) -> (sure: [Int32], doubtful: [[Int32]]) {
    guard let owner = project.owner else { return (all, []) }
    var sure = unowned + (byOwner[owner] ?? [])
    if let code = project.creditCode { sure += byCreditCode[code] ?? [] }
    if let investor = project.investor { sure += byInvestor[investor] ?? [] }
    guard let brand = project.brand else { return (sure, [all]) }
    let owned = [byWord[brand]] + project.words.map { byBrand[$0] }
    return (sure, owned.compactMap { $0 } + [brandless])
  }
}
