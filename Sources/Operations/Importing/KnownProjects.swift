import Intake
import Ledger
import Storage

/// The projects that a list may be about, as of a revision.
struct KnownProjects: Sendable {
  let revision: Int64
  let projects: KnownDirectory
  let matcher: Matcher

  init(_ store: LedgerStore, _ catalogue: Catalogue) throws {
    // The revision first: should the ledger move on, the commit is refused as stale.
    revision = try store.revision
    let all = try store.identities(contentWith: Site.words) { KnownProject($0) }
    projects = KnownDirectory(all)
    // What was merged into a project still means it.
    let merged = try store.mergedProjects().map { KnownProject(Identity($0)) }
    matcher = Matcher(merged + all, judge: IdentityJudge(catalogue))
  }

  /// What a person said of rows that were put to review; a project that is gone is no answer.
  func answers(in decisions: [Decision]) -> RowAnswers {
    let answers = decisions.compactMap { decision -> (String, ProjectID?)? in
      if case .project(let project) = decision.meaning { (decision.text, project) } else { nil }
    }
    return RowAnswers(
      answers.compactMap { text, project -> (text: String, answer: RowAnswers.Answer)? in
        guard let project else { return (text, .new) }
        return projects[project].map { (text, .project($0.id)) }
      })
  }
}

extension KnownProject {
  convenience init(_ identity: Identity) {
    self.init(
      id: identity.id, code: identity.code, name: identity.name, owner: identity.owner,
      ownerUSCC: identity.ownerUSCC, investor: identity.investor,
      investment: identity.investment, district: identity.district, zone: identity.zone,
      site: Site.text(address: identity.address, content: identity.content))
  }
}
