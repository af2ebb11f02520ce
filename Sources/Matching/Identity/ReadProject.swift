import Ledger

/// A project with its name, owner and investor parsed, once for all comparisons.
struct ReadProject: Sendable {
  /// A parsed name of a company: its core in order, and as a bag.
  struct Body: Sendable {
    let core: [Unicode.Scalar]
    let bag: NameBag

    init(_ name: String, _ places: PlaceMark) {
      core = NameReading.core(ofBody: name, places)
      bag = NameBag(core)
    }
  }

  let project: KnownProject
  let text: NameText
  let name: NameReading
  let owner: Body?
  let investor: Body?
  let creditCode: String?
  /// The code of the construction project with this name, if the report names it.
  let build: String?

  init(_ project: KnownProject, _ places: PlaceMark, _ builds: NamedBuilds) {
    self.project = project
    text = NameText(project.name)
    name = NameReading(text, places)
    owner = project.owner.map { Body($0, places) }
    investor = project.investor.map { Body($0, places) }
    creditCode = project.ownerUSCC.map { CreditCode($0).text }
    build = builds.code(of: text)
  }

  /// The names of owner and investor.
  var bodies: [NameBag] { [owner, investor].compactMap { $0?.bag } }
}
