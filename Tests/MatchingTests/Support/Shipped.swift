import Ledger

/// What travels inside the binary, read once.
enum Shipped {
  static let catalogue = Result { try Catalogue.shipped() }
}
