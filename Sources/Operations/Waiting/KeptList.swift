import Intake
import Ledger
import Spreadsheet
import Storage

/// The list of an entry, read again from the stored file.
enum KeptList {
  /// Parses it with the current words of its sender in `catalogue` and the layout that the entry's own
  /// catalogue had. Nil if no file is stored.
  static func read(
    _ entry: Entry, in catalogue: Catalogue, layout: Catalogue, _ store: LedgerStore
  ) throws -> Intake.ProjectList? {
    guard let source = entry.source, let upload = try store.upload(of: entry.number) else {
      return nil
    }
    let spoken = catalogue.spoken(by: source.speaker)
    let lexicon = HeaderLexicon(try HeaderWords(catalogue)).spoken(by: source.speaker, catalogue)
    let told = KnownLayout(given: nil, known: layout.recipe(of: source.sender))
    return try ListReader(catalogue: spoken, lexicon: lexicon, told: told).read(
      try Workbook.read(upload.bytes), year: source.year, currentYear: source.year)
  }
}
