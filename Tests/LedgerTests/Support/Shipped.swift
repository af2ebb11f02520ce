@testable import Ledger

/// What ships, read once for all tests.
enum Shipped {
  static let catalogue = Result { try Catalogue.shipped() }
}
