import Ledger

/// All that can be asked for: the table of contents of the site.
enum Routes {
  static let all: [Route] = [
    .page("/") { try OverviewPage.show($0) },
    .importing("/samples") { try Samples.takeIn($0) },

    .page("/projects") { try ProjectsPage.show($0) },
    .page("/projects.csv") { try ProjectsFile.csv($0) },
    .page("/projects.xlsx") { try ProjectsFile.book($0) },
    .page("/projects/{project}") { try ProjectPage.show($0) },

    .page("/projects/{project}/edit") { try EditPage.show($0) },
    .act("/projects/{project}/edit") { try EditPage.act($0) },
    .page("/projects/{project}/move") { try ActsPage.move($0) },
    .act("/projects/{project}/move") { try ActsPage.doMove($0) },
    .page("/projects/{project}/matters") { try ActsPage.matters($0) },
    .act("/projects/{project}/matters") { try ActsPage.doMatter($0) },

    .page("/milestones") { try MattersPage.show(.milestones, $0) },
    .page("/problems") { try MattersPage.show(.problemLog, $0) },

    .page("/chains") { try ChapterPage.index(.chains, $0) },
    .page("/chains/{name}") { try ChapterPage.show(.chains, $0) },
    .page("/units") { try ChapterPage.index(.units, $0) },
    .page("/units/{name}") { try ChapterPage.show(.units, $0) },
    .page("/areas") { try ChapterPage.index(.areas, $0) },
    .page("/areas/{name}") { try ChapterPage.show(.areas, $0) },
    .page("/registers") { try ChapterPage.index(.registers, $0) },
    .page("/registers/{name}") { try ChapterPage.show(.registers, $0) },

    .page("/due") { try DuePage.show($0) },
    .page("/due/{unit}") { try UnitDuePage.show($0) },
    .act("/due/{unit}") { try UnitDuePage.act($0) },

    .page("/books") { try BooksPage.index($0) },
    .page("/books/{book}") { try BooksPage.show($0) },
    .page("/books/{book}/file") { try BooksPage.file($0) },

    .page("/targets") { try TargetsPage.show($0) },
    .act("/targets") { try TargetsPage.report($0) },
    .page("/tasks") { try TasksPage.show($0) },
    .page("/tasks/{task}") { try TasksPage.task($0) },
    .act("/tasks/{task}") { try TasksPage.advance($0) },

    .page("/entries") { try EntriesPage.show($0) },
    .page("/entries/{entry}") { try EntryPage.show($0) },
    .page("/entries/{entry}/file") { try EntryPage.file($0) },
    .page("/entries/{entry}/receipt") { try EntryPage.receipt($0) },
    .page("/entries/{entry}/undo") { try UndoPage.show($0) },
    .act("/entries/{entry}/undo") { try UndoPage.act($0) },

    .page("/decisions") { try DecisionsPage.show($0) },
    .act("/decisions") { try DecisionsPage.act($0) },
    .page("/catalogue") { try CataloguePage.index($0) },
    .page("/catalogue/{kind}") { try CataloguePage.kind($0) },
    .page("/catalogue/{kind}/{code}") { try CataloguePage.item($0) },
    .act("/catalogue/{kind}/{code}") { try CataloguePage.set($0) },
    .page("/help") { try HelpPage.show($0) },

    .page("/imports") { try ImportsPage.show($0) },
    .upload("/imports") { try ImportsPage.receive($0) },
    .page("/imports/{draft}") { try DraftPages.show($0) },
    .page("/imports/{draft}/state") { try DraftPages.state($0) },
    .act("/imports/{draft}/take-over") { try DraftPages.takeOver($0) },
    .act("/imports/{draft}/options") { try DraftPages.alter($0) },
    .act("/imports/{draft}/again") { try DraftPages.again($0) },
    .act("/imports/{draft}/stop") { try DraftPages.stop($0) },
    .act("/imports/{draft}/discard") { try DraftPages.discard($0) },
    .page("/imports/{draft}/asks") { try AsksPage.show($0) },
    .act("/imports/{draft}/asks") { try AsksPage.answer($0) },
    .act("/imports/{draft}/forget") { try AsksPage.forget($0) },
    .page("/imports/{draft}/layout") { try LayoutPage.show($0) },
    .act("/imports/{draft}/layout") { try LayoutPage.tell($0) },
    .page("/imports/{draft}/plan") { try PlanPage.show($0) },
    .page("/imports/{draft}/annotated.xlsx") { try PlanPage.annotated($0) },
    .act("/imports/{draft}/conflicts") { try PlanPage.settle($0) },
    .act("/imports/{draft}/seen") { try PlanPage.see($0) },
    .act("/imports/{draft}/write") { try PlanPage.write($0) },
    .page("/receipts/{entry}") { try ReceiptPage.show($0) },
    .page("/receipts/{entry}/book.xlsx") { try ReceiptPage.book($0) },

    .page("/queue") { try QueuePage.show($0) },
    .act("/queue") { try QueuePage.answer($0) },

    .page("/static/{file}") { try StaticPage.file($0) },
    .page("/help/api") { try APIHelpPage.show($0) },
    .page("/problems/{code}") { try ProblemPage.show($0) },
  ] + APIRoutes.all
}
