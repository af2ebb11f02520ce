import Foundation
import Testing

/// Where Chinese for people stands, and what it may name.
@Suite struct WordsTests {
  /// Rooms whose values are facts. What a field, a finding, a condition of a filter is called stands
  /// where it is declared, in `Ledger`; what books say, in `Reports`; all else in `Wording`.
  @Test(arguments: [
    "Machine", "Engine", "SQLiteEngine", "Spreadsheet", "SpreadsheetWriting", "Storage",
    "Operations",
  ])
  func `Facts have no words for people`(room: String) throws {
    let lines = try Sources.lines(in: room)
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.quoted?.firstMatch(of: /\p{Han}{4,}/) == nil, "\(line.place)")
    }
  }

  @Test func `What is read of lists are words, not sentences`() throws {
    for line in try Sources.lines(in: "Intake") {
      #expect(line.quoted?.firstMatch(of: /\p{Han}{4,}[^"]*。/) == nil, "\(line.place)")
    }
  }

  @Test(arguments: [
    "Machine", "Engine", "SQLiteEngine", "Ledger", "Spreadsheet", "SpreadsheetWriting", "Storage",
    "Intake", "Wording",
    "Reports", "Operations",
  ])
  func `No sentence names a command or an option: a page has none`(room: String) throws {
    let lines = try Sources.lines(in: room)
    #expect(!lines.isEmpty)
    for line in lines {
      let named = line.quoted?.firstMatch(of: /taizhang [a-z\p{Han}]|(^|[^\w-])--[a-z]/)
      #expect(named == nil, "\(line.place)")
    }
  }

  @Test(arguments: ["Wording", "taizhang"])
  func `No error is shown as Swift writes it`(room: String) throws {
    for line in try Sources.lines(in: room) {
      #expect(line.quoted?.contains(#"\(error)"#) != true, "\(line.place)")
    }
  }

  /// A default would hide a new error from its words, and can lead back to where it came from.
  @Test func `Every error that the program knows is worded by name`() throws {
    let defaults = try Sources.lines(in: "Wording/Errors").filter { $0.text.contains("default:") }
    let worded = defaults.filter { !$0.text.contains("systemText") && !$0.text.contains("fault(") }
    #expect(worded.isEmpty, "\(worded.map(\.place))")
  }

  @Test func `Every command that a hint names is there`() throws {
    let commands = try Set(
      Sources.lines(in: "taizhang/Commands").flatMap { line in
        line.text.matches(of: /commandName: "([a-z]+)"/).map { String($0.1) }
      })
    let hints = try Sources.lines(in: "taizhang/Words")
      .filter { $0.place.contains("HintWords") }
    let named = hints.flatMap { line in
      line.text.matches(of: /taizhang ([a-z]+)/).map { (line.place, String($0.1)) }
    }
    #expect(named.count > 10)
    for (place, command) in named { #expect(commands.contains(command), "\(place): \(command)") }
  }
}
