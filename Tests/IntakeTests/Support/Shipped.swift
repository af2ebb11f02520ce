import Ledger

@testable import Intake

/// The catalogue and the header words that travel inside the binary, read once.
enum Shipped {
  static let catalogue = Result { try Catalogue.shipped() }
  static let lexicon = Result { HeaderLexicon(try HeaderWords.shipped()) }

  static func reader() throws -> ListReader {
    ListReader(catalogue: try catalogue.get(), lexicon: try lexicon.get())
  }
}
