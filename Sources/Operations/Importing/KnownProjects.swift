import Ledger
import Machine
import Matching
import Spreadsheet
import Storage

/// The projects that rows are matched with, as of a revision.
struct KnownProjects: Sendable {
  let revision: Int64
  let index: KnownIndex
  let matcher: Matcher
  private let gone: [MergedProject]

  init(_ store: LedgerStore, _ catalogue: Catalogue) throws {
    // The revision is read first: if the ledger changes meanwhile, the commit fails as stale.
    revision = try store.revision
    var projects = PackedProjects()
    var named: [(id: ProjectID, known: KnownProject)] = []
    try store.forEachIdentity { identity in
      projects.append(identity)
      for name in identity.otherNames {
        let known = projects[projects.count - 1].called(name)
        named.append((identity.id, known))
      }
    }
    gone = try store.mergedProjects()
    index = KnownIndex(
      projects,
      merged: gone.map { gone in (gone.id, KnownProject(gone.into) { gone.record[$0] }) }
        + named)
    matcher = Matcher(index, judge: IdentityJudge(catalogue))
  }

  /// What a sender stated about merged projects and the projects they were merged into.
  func mergedNames(_ sender: String, _ store: LedgerStore) throws -> MergedNames {
    var names = MergedNames()
    let standing = Set(gone.map(\.into))
    if standing.isEmpty { return names }
    let bases = try store.bases(sender: sender, projects: standing).said
    let records = try store.projects(Array(standing))
    let goneNames = Dictionary(
      grouping: gone.flatMap { project in
        ([project.record.text(.name)] + project.statements.values.map { $0.text(.name) })
          .compactMap { $0 }.map { (into: project.into, name: $0) }
      }, by: \.into
    ).mapValues { Set($0.map(\.name)) }
    for project in gone {
      guard let record = records[project.into]?.record else { continue }
      let said = project.statements[sender] ?? Record()
      var own = bases[project.into] ?? Record()
      let lastCalled = own.text(.name)
      if let lastCalled, lastCalled != record.text(.name),
        goneNames[project.into]?.contains(lastCalled) == true
      {
        // The sender's last statement used a merged project's name, which does not name the surviving one.
        own[FieldKey(.name)] = nil
      }
      // A sender that only ever reported the merged project means the surviving one under its name.
      let isOnly =
        !project.sendersOfOthers.contains(sender)
        && lastCalled == (said.isEmpty ? project.record.text(.name) : said.text(.name))
      if isOnly { continue }
      names.add(
        MergedNames.Party(project.id, project.record, said: said), into: project.into,
        MergedNames.Party(project.into, record, said: own))
    }
    return names
  }

  /// A person's answers about rows in review; answers naming a removed project are dropped.
  func answers(in decisions: [Decision]) -> RowAnswers {
    let answers = decisions.compactMap { decision -> (String, ProjectID?)? in
      if case .project(let project) = decision.meaning { (decision.text, project) } else { nil }
    }
    return RowAnswers(
      answers.compactMap { text, project -> (text: String, answer: RowAnswers.Answer)? in
        guard let project else { return (text, .new) }
        return index[project].map { (text, .project($0.id)) }
      })
  }
}

extension PackedProjects {
  /// Appends a project from the ledger.
  fileprivate mutating func append(_ identity: IdentityRow) {
    append(identity.id, investment: identity.investment)
    append(identity, .code)
    identity.withText(.name) { name in
      if name.count <= TruncatedText.limit {
        append(text: name)
      } else {
        append(text: TruncatedText.fit(String(decoding: name)))
      }
    }
    append(identity, .owner)
    append(identity, .ownerUSCC)
    append(identity, .investor)
    append(text: identity.district)
    append(text: identity.zone)
    if identity.withText(.address, { append(text: $0) }) == nil {
      // Descriptions of works are long, and few name a site.
      let content = identity.withText(.content) { content in
        Site.words.isPart(of: content) ? String(decoding: content) : nil
      }
      append(text: Site.text(address: nil, content: content ?? nil))
    }
  }

  private mutating func append(_ identity: IdentityRow, _ text: IdentityRow.Text) {
    if identity.withText(text, { append(text: $0) }) == nil { append(text: nil) }
  }
}
