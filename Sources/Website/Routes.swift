import Ledger

/// All routes: the table of contents of the site.
enum Routes {
  static let all = pages + APIRoutes.all

  private static let pages: [Route] = [
    .page("/") { try OverviewPage.show($0) }.needs(.see).kept(),
    .importing("/samples") { try Samples.takeIn($0) }.needs(.import),

    .page("/projects") { try ProjectsPage.show($0) }.needs(.see).kept(),
    .page("/projects.csv") { try ProjectsFile.csv($0) }.needs(.export),
    .page("/projects.xlsx") { try ProjectsFile.book($0) }.needs(.export),
    .page("/projects/{project}") { try ProjectPage.show($0) }.needs(.see),

    .page("/views") { try ViewsPage.index($0) }.needs(.see),
    .act("/views") { try ViewsPage.save($0) }.needs(.see)
      .standing(on: "/projects") { Query(encoded: $0["asks"] ?? "") },
    .page("/views/{view}") { try ViewsPage.show($0) }.needs(.see),
    .act("/views/{view}") { try ViewsPage.act($0) }.needs(.see),

    .page("/projects/{project}/edit") { try EditPage.show($0) }.needs(.edit),
    .act("/projects/{project}/edit") { try EditPage.act($0) }.needs(.edit),
    .page("/reading") { try ReadingPage.show($0) }.needs(.edit),
    .page("/projects/{project}/move") { try ActsPage.move($0) }.needs(.edit),
    .act("/projects/{project}/move") { try ActsPage.doMove($0) }.needs(.edit),
    .page("/projects/{project}/matters") { try ActsPage.matters($0) }.needs(.edit),
    .act("/projects/{project}/matters") { try ActsPage.doMatter($0) }.needs(.edit),
    .page("/projects/{project}/merge") { try MergePage.show($0) }.needs(.decide),
    .act("/projects/{project}/merge") { try MergePage.act($0) }.needs(.decide),
    .page("/projects/{project}/parts") { try PartsPage.show($0) }.needs(.edit),
    .act("/projects/{project}/parts") { try PartsPage.act($0) }.needs(.edit),

    .page("/milestones") { try MattersPage.show(.milestones, $0) }.needs(.see),
    .page("/problems") { try MattersPage.show(.problemLog, $0) }.needs(.see),

    .page("/chains") { try ChapterPage.index(.chains, $0) }.needs(.see).kept(),
    .page("/chains/{name}") { try ChapterPage.show(.chains, $0) }.needs(.see).kept(),
    .page("/units") { try ChapterPage.index(.units, $0) }.needs(.see).kept(),
    .page("/units/{name}") { try ChapterPage.show(.units, $0) }.needs(.see).kept(),
    .page("/areas") { try ChapterPage.index(.areas, $0) }.needs(.see).kept(),
    .page("/areas/{name}") { try ChapterPage.show(.areas, $0) }.needs(.see).kept(),
    .page("/registers") { try ChapterPage.index(.registers, $0) }.needs(.see).kept(),
    .page("/registers/{name}") { try ChapterPage.show(.registers, $0) }.needs(.see).kept(),
    .act("/registers/{name}/candidates") { try CandidatesView.confirm($0) }.needs(.confirm)
      .standing(on: "/registers/{name}"),

    .page("/due") { try DuePage.show($0) }.needs(.see).kept(),
    .act("/due") { try DuePage.carryOver($0) }.needs(.edit),
    .page("/due/{unit}") { try UnitDuePage.show($0) }.needs(.see).kept(),
    .act("/due/{unit}") { try UnitDueActs.act($0) }.needs(.edit),
    .page("/due/{unit}/book.xlsx") { try UnitDuePage.book($0) }.needs(.export),

    .page("/books") { try BooksPage.index($0) }.needs(.see),
    .page("/books/publish") { try IssuesPage.form($0) }.needs(.publish),
    .importing("/books/publish") { try IssuesPage.publish($0) }.needs(.publish),
    .check("/books/check") { try BookCheckPage.check($0) }.needs(.see),
    .page("/books/issued/{issue}") { try IssuesPage.issued($0) }.needs(.see),
    .act("/books/issued/{issue}") { try IssuesPage.note($0) }.needs(.publish),
    .page("/books/issued/{issue}/{file}") { try IssuesPage.file($0) }.needs(.books),
    .page("/books/{book}") { try BooksPage.show($0) }.needs(.see),
    .page("/books/{book}/file") { try BooksPage.file($0) }.needs(.books),

    .page("/targets") { try TargetsPage.show($0) }.needs(.see),
    .act("/targets") { try TargetsPage.report($0) }.needs(.figures),
    .page("/tasks") { try TasksPage.show($0) }.needs(.see),
    .page("/tasks/{task}") { try TasksPage.task($0) }.needs(.see),
    .act("/tasks/{task}") { try TasksPage.advance($0) }.needs(.tasks),

    .page("/entries") { try EntriesPage.show($0) }.needs(.see),
    .page("/entries/{entry}") { try EntryPage.show($0) }.needs(.see),
    .page("/entries/{entry}/file") { try EntryPage.file($0) }.needs(.export),
    .page("/entries/{entry}/receipt") { try EntryPage.receipt($0) }.needs(.export),
    .page("/entries/{entry}/verify") { try ChainPage.show($0) }.needs(.see),
    .page("/entries/{entry}/undo") { try UndoPage.show($0) }.needs(.edit, or: .decide),
    .act("/entries/{entry}/undo") { try UndoPage.act($0) }.needs(.edit, or: .decide),

    .page("/decisions") { try DecisionsPage.show($0) }.needs(.see),
    .act("/decisions") { try DecisionsPage.act($0) }.needs(.decide),
    .page("/catalogue") { try CataloguePage.index($0) }.needs(.see, or: .settings),
    .page("/catalogue/{kind}") { try CataloguePage.kind($0) }.needs(.see, or: .settings),
    .page("/catalogue/{kind}/{code}") { try CataloguePage.item($0) }.needs(.see, or: .settings),
    .act("/catalogue/{kind}/{code}") { try CataloguePage.set($0) }.needs(.settings),
    .page("/help") { try HelpPage.show($0) },

    .page("/imports") { try ImportsPage.show($0) }.needs(.import),
    .upload("/imports") { try ImportsPage.receive($0) }.needs(.import),
    .page("/imports/{draft}") { try DraftPages.show($0) }.needs(.import),
    .page("/imports/{draft}/state") { try DraftPages.state($0) }.needs(.import),
    .act("/imports/{draft}/take-over") { try DraftPages.takeOver($0) }.needs(.import),
    .act("/imports/{draft}/options") { try DraftPages.alter($0) }.needs(.import)
      .standing(on: "/imports/{draft}"),
    .act("/imports/{draft}/again") { try DraftPages.again($0) }.needs(.import),
    .act("/imports/{draft}/stop") { try DraftPages.stop($0) }.needs(.import),
    .act("/imports/{draft}/discard") { try DraftPages.discard($0) }.needs(.import),
    .page("/imports/{draft}/asks") { try AsksPage.show($0) }.needs(.import),
    .act("/imports/{draft}/asks") { try AsksPage.answer($0) }.needs(.import),
    .act("/imports/{draft}/forget") { try AsksPage.forget($0) }.needs(.import),
    .page("/imports/{draft}/layout") { try LayoutPage.show($0) }.needs(.import),
    .act("/imports/{draft}/layout") { try LayoutPage.tell($0) }.needs(.import),
    .page("/imports/{draft}/plan") { try PlanPage.show($0) }.needs(.import),
    .page("/imports/{draft}/annotated.xlsx") { try PlanPage.annotated($0) }.needs(.export),
    .act("/imports/{draft}/conflicts") { try PlanPage.settle($0) }.needs(.import)
      .standing(on: "/imports/{draft}/plan"),
    .act("/imports/{draft}/seen") { try PlanPage.see($0) }.needs(.import),
    .act("/imports/{draft}/write") { try PlanPage.write($0) }.needs(.import)
      .standing(on: "/imports/{draft}/plan"),
    .page("/receipts/{entry}") { try ReceiptPage.show($0) }.needs(.see),
    .page("/receipts/{entry}/book.xlsx") { try ReceiptPage.book($0) }.needs(.export),

    .page("/queue") { try QueuePage.show($0) }.needs(.see),
    .act("/queue") { try QueuePage.answer($0) }.needs(.decide),

    .page("/sign-in") { try SignInPage.show($0) },
    .password("/sign-in") { try SignInPage.act($0) },
    .act("/sign-out") { try SignInPage.signOut($0) },
    .page("/account") { try AccountPage.show($0) },
    .page("/account/home") { try SignInPage.home($0) },
    .act("/account/sessions/end") { try AccountPage.endOthers($0) },
    .act("/account/sessions/{session}/end") { try AccountPage.end($0) },
    .page("/account/password") { try PasswordPage.show($0) },
    .password("/account/password") { try PasswordPage.act($0) },
    .page("/account/factor") { try FactorPage.show($0) },
    .password("/account/factor") { try FactorPage.act($0) },
    .page("/accounts") { try AccountsPage.index($0) }.needs(.accounts, or: .grants),
    .password("/accounts") { try AccountsPage.add($0) }.needs(.accounts),
    .page("/accounts/{login}") { try OneAccountPage.show($0) }.needs(.accounts, or: .grants),
    .password("/accounts/{login}") { try OneAccountPage.act($0) }.needs(.accounts, or: .grants),
    .page("/audit") { try AuditPage.show($0) }.needs(.audit),
    .page("/audit.csv") { try AuditPage.file($0) }.needs(.audit),
    .act("/rescues/{rescue}") { try AuditPage.note($0) }.needs(.audit),

    .watching("/healthz") { try RunningPages.health($0) },
    .watching("/readyz") { try RunningPages.readiness($0) },
    .watching("/metrics") { try RunningPages.meters($0) },

    .page("/static/{file}") { try StaticPage.file($0) },
    .page("/help/api") { try APIHelpPage.show($0) },
    .page("/problems/{code}") { try ProblemPage.show($0) },
  ]
}
