import Foundation
import Testing

/// The arrows between the rooms: what each target may import of our own and of others'.
@Suite struct LayeringTests {
  /// A room's permitted imports, beside the standard library.
  static let permitted: [String: Set<String>] = [
    "Machine": ["Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization", "CMalloc"],
    "Ledger": ["Foundation", "Synchronization", "Machine", "LedgerData", "Yams"],
    "Spreadsheet": [
      "Foundation", "Glibc", "Dispatch", "Synchronization", "Machine", "CZip",
    ],
    "SpreadsheetWriting": [
      "Foundation", "Glibc", "Machine", "Spreadsheet", "CXLSXWriter", "CZip",
    ],
    "Engine": [],
    "SQLiteEngine": [
      "Foundation", "Glibc", "CRename", "Machine", "Engine", "GRDB", "GRDBSQLite",
    ],
    "PostgreSQLEngine": ["Foundation", "Glibc", "Synchronization", "Engine"],
    "Storage": [
      "Foundation", "Synchronization", "Machine", "Ledger", "Engine", "PostgreSQLEngine",
      "SQLiteEngine", "Crypto",
    ],
    "Access": [
      "Foundation", "Glibc", "Dispatch", "Synchronization", "Machine", "Ledger", "LedgerData",
      "Engine",
      "Storage", "Crypto", "CryptoExtras",
    ],
    "Intake": ["Machine", "Ledger", "Spreadsheet"],
    "Matching": ["Machine", "Ledger", "Spreadsheet", "Intake"],
    "Wording": [
      "Foundation", "Glibc", "Access", "Ledger", "Storage", "Spreadsheet", "SpreadsheetWriting",
      "Intake", "Matching",
    ],
    "Reports": [
      "Foundation", "Machine", "Ledger", "Storage", "Spreadsheet", "SpreadsheetWriting", "Wording",
      "Crypto",
    ],
    "Operations": [
      "Foundation", "Glibc", "Synchronization", "Machine", "Access", "Ledger", "Storage",
      "Spreadsheet", "SpreadsheetWriting", "Intake", "Matching", "Wording", "Reports", "Crypto",
      "Logging",
    ],
    "Website": [
      "Foundation", "Glibc", "Synchronization", "Machine", "Intake", "Matching", "Spreadsheet",
      "Dispatch",
      "Ledger",
      "Access", "Storage", "Reports", "Wording",
      "Operations", "WebsiteData", "Crypto", "HTTPTypes", "Hummingbird", "HummingbirdCore",
      "CoreMetrics", "HummingbirdTLS", "NIOSSL",
      "Logging", "Mustache", "NIOCore", "NIOPosix",
      "ServiceLifecycle", "UnixSignals",
    ],
    "taizhang": [
      "Foundation", "Glibc", "Dispatch", "Synchronization", "Machine", "Access", "Ledger",
      "Intake", "Matching", "Storage", "Spreadsheet", "Wording", "Operations", "Website",
      "ArgumentParser", "Logging",
    ],
    "LedgerData": [],
    "WebsiteData": [],
  ]

  @Test(arguments: permitted.keys.sorted())
  func `A room imports only the rooms below it`(room: String) throws {
    let files = Sources.files(in: room)
    #expect(!files.isEmpty)
    let allowed = try #require(Self.permitted[room])
    for file in files {
      for module in try imports(of: file) where !allowed.contains(module) {
        Issue.record("\(room)/\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  /// `Engine` hands on the bytes of the database's own library, which are there until its next step.
  @Test(arguments: permitted.keys.filter { $0 != "Machine" && $0 != "Engine" }.sorted())
  func `Rooms hand each other no pointers`(room: String) throws {
    for line in try Sources.lines(in: room)
    where line.text.contains("package ") && line.text.contains("Unsafe") {
      Issue.record("\(line.place): \(line.text)")
    }
  }

  @Test func `Every room is known to this test`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Sources.folder.path)
    let rooms = Set(folders.filter { !$0.hasPrefix("C") && !$0.hasPrefix(".") })
    #expect(rooms == Set(Self.permitted.keys))
  }

  /// A line end that comes with a value must not forge a line, so only the terminal joins lines.
  @Test func `An answer is lines until it is written`() throws {
    for file in Sources.files(in: "taizhang") {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains(#"joined(separator: "\n")"#), "\(file.lastPathComponent)")
    }
  }

  /// Whoever writes an entry is asked for the right to, project by project, because there is one door (`Act`).
  /// An entry that takes another back is made by the store, and its rights are those of what it takes back.
  @Test func `One door writes entries`() throws {
    let words = #/store\.commit\(|EntryDraft\(|try writing(\(| \{)/#
    let doors = ["Act.swift", "LedgerOperations.swift", "LedgerOperations+Undo.swift"]
    let found = try Sources.lines(in: "Operations").filter { $0.text.contains(words) }
    #expect(!found.isEmpty)
    for line in found where !doors.contains(where: { line.place.contains("/\($0):") }) {
      Issue.record("\(line.place): \(line.text)")
    }
  }

  /// What is SQLite's own stands behind the engine: its words, its rows' numbers, its numbered parameters.
  @Test(arguments: permitted.keys.filter { $0 != "SQLiteEngine" }.sorted())
  func `Only its engine speaks SQLite`(room: String) throws {
    let words =
      #/
      import\ GRDB|PRAGMA|sqlite_|SQLITE_|\browid\b|CROSS\ JOIN|WITHOUT\ ROWID|\)\ STRICT|VACUUM|ATTACH\ |
      INSERT\ OR|\ TEMP\ |\btemp\.|\?[0-9]|"-wal"|"-shm"|immutable=1|RAISE\(
      /#
    for line in try Sources.lines(in: room) {
      let found = line.text.firstMatch(of: words).map { String($0.output) }
      #expect(found == nil, "\(line.place)")
    }
  }

  /// What is PostgreSQL's own likewise.
  @Test(arguments: permitted.keys.filter { $0 != "PostgreSQLEngine" }.sorted())
  func `Only its engine speaks PostgreSQL`(room: String) throws {
    let words = #/::text|::bigint|\bpg_[a-z]|NOWAIT|search_path|FROM\ STDIN|jsonb_|json_populate/#
    for line in try Sources.lines(in: room) where !line.text.contains("//") {
      let found = line.text.firstMatch(of: words).map { String($0.output) }
      #expect(found == nil, "\(line.place)")
    }
  }

  /// Which engines there are is known in one place.
  @Test(arguments: ["SQLiteEngine", "PostgreSQLEngine"])
  func `One file chooses the engine`(engine: String) throws {
    for room in Self.permitted.keys where room != engine {
      let files = try Sources.files(in: room).filter { try imports(of: $0).contains(engine) }
      #expect(files.map(\.lastPathComponent) == (room == "Storage" ? ["Engines.swift"] : []))
    }
  }

  private func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      let modifiers: Set<Substring> = ["package", "internal", "public", "private", "@testable"]
      guard let word = words.firstIndex(of: "import"), words.count > word + 1,
        words[..<word].allSatisfy(modifiers.contains), line.first?.isWhitespace == false
      else { return nil }
      return String(words[word + 1]).split(separator: ".").first.map(String.init)
    }
  }
}
