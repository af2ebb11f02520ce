// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Tests see what is internal in a release too: one build serves the program and its tests.
  .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

func room(
  _ name: String, uses dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
  of name: String, uses dependencies: [Target.Dependency], beside scripts: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], exclude: scripts,
    // Tests run once: compiling them quickly is worth more than their own speed.
    swiftSettings: settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

let package = Package(
  name: "taizhang",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "taizhang", targets: ["taizhang"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    // A room uses only the rooms above it in this list; ArchitectureTests keeps the arrows.
    // Text that travels inside the binary. A target of its own, because long array literals
    // compile slowly: it is built again only when the text changes.
    room(
      "LedgerData", uses: [],
      resources: [
        .embedInCode("Access/passwords.txt"),
        .embedInCode("Catalogue/builds.yaml"),
        .embedInCode("Catalogue/chains.yaml"),
        .embedInCode("Catalogue/channels.yaml"),
        .embedInCode("Catalogue/conditions.yaml"),
        .embedInCode("Catalogue/districts.yaml"),
        .embedInCode("Catalogue/headers.yaml"),
        .embedInCode("Catalogue/industries.yaml"),
        .embedInCode("Catalogue/registers.yaml"),
        .embedInCode("Catalogue/roles.yaml"),
        .embedInCode("Catalogue/settings.yaml"),
        .embedInCode("Catalogue/stages.yaml"),
        .embedInCode("Catalogue/targets.yaml"),
        .embedInCode("Catalogue/tasks.yaml"),
        .embedInCode("Catalogue/units.yaml"),
        .embedInCode("Catalogue/zones.yaml"),
        .embedInCode("Search/pinyin.txt"),
      ]),
    room("Machine", uses: [.target(name: "CMalloc", condition: .when(platforms: [.linux]))]),
    room("Ledger", uses: ["LedgerData", "Machine", .product(name: "Yams", package: "Yams")]),
    room("Spreadsheet", uses: ["CZip", "Machine"]),
    room("SpreadsheetWriting", uses: ["CXLSXWriter", "CZip", "Machine", "Spreadsheet"]),
    room("Engine", uses: []),
    room(
      "SQLiteEngine",
      uses: [
        "CRename", "Engine", "Machine",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room("PostgreSQLEngine", uses: ["Engine"]),
    room(
      "Storage",
      uses: [
        "Engine", "Ledger", "Machine", "PostgreSQLEngine", "SQLiteEngine",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "Access",
      uses: [
        "Engine", "Ledger", "LedgerData", "Machine", "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    room("Intake", uses: ["Ledger", "Machine", "Spreadsheet"]),
    room("Matching", uses: ["Intake", "Ledger", "Machine", "Spreadsheet"]),
    room(
      "Wording",
      uses: [
        "Access", "Intake", "Ledger", "Matching", "Spreadsheet", "SpreadsheetWriting", "Storage",
      ]),
    room(
      "Reports",
      uses: [
        "Ledger", "Machine", "Spreadsheet", "SpreadsheetWriting", "Storage", "Wording",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "Operations",
      uses: [
        "Access", "Intake", "Ledger", "Machine", "Matching", "Reports", "Spreadsheet",
        "SpreadsheetWriting", "Storage", "Wording",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    room(
      "WebsiteData", uses: [],
      resources: [
        .embedInCode("Account/account.css"),
        .embedInCode("Account/account.mustache"),
        .embedInCode("Account/accounts.mustache"),
        .embedInCode("Account/audit.mustache"),
        .embedInCode("Account/codes.mustache"),
        .embedInCode("Account/factor.mustache"),
        .embedInCode("Account/oneaccount.mustache"),
        .embedInCode("Account/onetime.mustache"),
        .embedInCode("Account/password.mustache"),
        .embedInCode("Account/rescues.mustache"),
        .embedInCode("Account/signin.mustache"),
        .embedInCode("Books/book.mustache"),
        .embedInCode("Books/bookcheck.mustache"),
        .embedInCode("Books/books.css"),
        .embedInCode("Books/books.mustache"),
        .embedInCode("Books/issued.mustache"),
        .embedInCode("Books/publish.mustache"),
        .embedInCode("Catalogue/catalogue.mustache"),
        .embedInCode("Catalogue/catalogueitem.mustache"),
        .embedInCode("Catalogue/cataloguekind.mustache"),
        .embedInCode("Catalogue/decisions.mustache"),
        .embedInCode("Catalogue/itemhistory.mustache"),
        .embedInCode("Chapters/chapter.mustache"),
        .embedInCode("Chapters/chapters.css"),
        .embedInCode("Chapters/chapters.mustache"),
        .embedInCode("Due/due.css"),
        .embedInCode("Due/due.js"),
        .embedInCode("Due/due.mustache"),
        .embedInCode("Due/unitdue.mustache"),
        .embedInCode("Entries/chain.mustache"),
        .embedInCode("Entries/entries.mustache"),
        .embedInCode("Entries/entry.mustache"),
        .embedInCode("Entries/undo.mustache"),
        .embedInCode("Help/apihelp.mustache"),
        .embedInCode("Help/help.mustache"),
        .embedInCode("Help/picture-books.webp"),
        .embedInCode("Help/picture-due.webp"),
        .embedInCode("Help/picture-overview.webp"),
        .embedInCode("Help/picture-projects.webp"),
        .embedInCode("Help/problem.mustache"),
        .embedInCode("Layout/base.css"),
        .embedInCode("Layout/base.js"),
        .embedInCode("Layout/failure.mustache"),
        .embedInCode("Layout/icon.svg"),
        .embedInCode("Layout/layout.mustache"),
        .embedInCode("Layout/months.mustache"),
        .embedInCode("Imports/answered.mustache"),
        .embedInCode("Imports/asks.mustache"),
        .embedInCode("Imports/drafthead.mustache"),
        .embedInCode("Imports/imports.css"),
        .embedInCode("Imports/imports.js"),
        .embedInCode("Imports/imports.mustache"),
        .embedInCode("Imports/listlayout.mustache"),
        .embedInCode("Imports/plan.mustache"),
        .embedInCode("Imports/progress.mustache"),
        .embedInCode("Imports/receipt.mustache"),
        .embedInCode("Imports/trouble.mustache"),
        .embedInCode("Matters/matters.mustache"),
        .embedInCode("Overview/overview.css"),
        .embedInCode("Overview/overview.mustache"),
        .embedInCode("Overview/start.mustache"),
        .embedInCode("Project/acts.mustache"),
        .embedInCode("Project/edit.mustache"),
        .embedInCode("Project/merge.mustache"),
        .embedInCode("Project/move.mustache"),
        .embedInCode("Project/parts.mustache"),
        .embedInCode("Project/project.css"),
        .embedInCode("Project/project.mustache"),
        .embedInCode("Project/reads.js"),
        .embedInCode("Projects/projects.css"),
        .embedInCode("Projects/projects.js"),
        .embedInCode("Projects/projects.mustache"),
        .embedInCode("Projects/savedview.mustache"),
        .embedInCode("Projects/views.mustache"),
        .embedInCode("Queue/queue.mustache"),
        .embedInCode("Targets/targets.mustache"),
        .embedInCode("Tasks/task.mustache"),
        .embedInCode("Tasks/tasks.mustache"),
      ]),
    room(
      "Website",
      uses: [
        "Access", "Intake", "Ledger", "Machine", "Matching", "Operations", "Reports", "Spreadsheet",
        "Storage", "WebsiteData", "Wording",
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "taizhang",
      dependencies: [
        "Access", "Intake", "Ledger", "Machine", "Matching", "Operations", "Spreadsheet", "Storage",
        "Website", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Spreadsheet", "SpreadsheetWriting"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Machine", uses: ["Machine"]),
    tests(of: "Ledger", uses: ["Ledger", "Machine"]),
    tests(of: "Spreadsheet", uses: ["Machine", "Spreadsheet", "SpreadsheetWriting"]),
    tests(of: "SpreadsheetWriting", uses: ["Machine", "Spreadsheet", "SpreadsheetWriting"]),
    tests(of: "SQLiteEngine", uses: ["Engine", "SQLiteEngine"]),
    tests(of: "PostgreSQLEngine", uses: ["Engine", "PostgreSQLEngine"]),
    tests(
      of: "Storage",
      uses: ["Engine", "Ledger", "Machine", "PostgreSQLEngine", "SQLiteEngine", "Storage"]),
    tests(
      of: "Access", uses: ["Access", "Engine", "Ledger", "SQLiteEngine", "Storage"]),
    tests(of: "Intake", uses: ["Intake", "Ledger", "Machine", "Matching", "Spreadsheet"]),
    tests(of: "Matching", uses: ["Intake", "Ledger", "Machine", "Matching"]),
    tests(
      of: "Wording", uses: ["Intake", "Ledger", "Matching", "Spreadsheet", "Storage", "Wording"]),
    tests(of: "Reports", uses: ["Ledger", "Reports", "Spreadsheet", "Storage", "Wording"]),
    tests(
      of: "Operations",
      uses: [
        "Access", "Engine", "Intake", "Ledger", "Machine", "Matching", "Operations", "Spreadsheet",
        "SQLiteEngine", "Storage", "Wording",
      ]),
    tests(
      of: "Website",
      uses: [
        "Access", "Intake", "Ledger", "Matching", "Operations", "Reports", "Storage", "Website",
        "WebsiteData",
        .product(name: "CoreMetrics", package: "swift-metrics"),
      ],
      beside: [
        "Browser/driving.py", "Browser/import_desk.py", "Browser/pages.py", "Browser/signin.py",
        "Browser/pictures.py", "Browser/walks.py", "Support/exchange.py", "Uploads/upload.py",
      ]),
    tests(
      of: "Taizhang", uses: ["taizhang"],
      beside: ["Support/fetch.py", "Support/hold.py", "Support/stop_writing.py"]),
    tests(of: "Architecture", uses: []),
  ],
  swiftLanguageModes: [.v6]
)
