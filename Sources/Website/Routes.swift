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

    .page("/static/{file}") { try StaticPage.file($0) },
  ]
}
