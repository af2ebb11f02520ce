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

    .page("/milestones") { try MattersPage.show(.milestones, $0) },
    .page("/problems") { try MattersPage.show(.problemLog, $0) },

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
    .page("/entries/{entry}/undo") { try ImportUndoPage.show($0) },
    .act("/entries/{entry}/undo") { try ImportUndoPage.act($0) },

    .page("/queue") { try QueuePage.show($0) },
    .act("/queue") { try QueuePage.answer($0) },

    .page("/static/{file}") { try StaticPage.file($0) },
  ]
}
