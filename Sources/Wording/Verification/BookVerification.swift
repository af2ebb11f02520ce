package import Ledger
package import Spreadsheet

/// How a book on a desk stands to the ledger.
package struct BookVerification: Sendable {
  /// What is known of a book's content.
  package enum Content: Sendable {
    /// It was held against the book that the ledger lays out again at its revision.
    case compared(WorkbookComparison)
    /// The ledger cannot lay it out again (another ledger's, or an older arrangement): whether its cells
    /// have the checksum that it keeps; nil where it keeps none.
    case checksum(Bool?, Reason)
  }

  /// Why a book is not laid out again.
  package enum Reason: Hashable, Sendable {
    case otherLedger
    /// Made by a program that arranges books otherwise, or the number of its arrangement was taken out.
    case otherLayout
    /// Another program saved it in a format that the ledger does not write.
    case otherFormat
    /// What it says of its making cannot be read.
    case unreadableStamp
    /// It was made for somebody who is shown more or other projects than whoever asks.
    case otherSight
  }

  /// The revision that the book speaks of, and the ledger's now.
  package let revision: Int64
  package let current: Int64
  /// Whether this ledger made it: its entry of that revision has the hash the book names.
  package let isOurs: Bool
  package let content: Content
  /// Entries since, and how many projects of the book they touched.
  package let entries: [Entry]
  package let touched: Int

  package init(
    revision: Int64, current: Int64, isOurs: Bool, content: Content, entries: [Entry], touched: Int
  ) {
    self.revision = revision
    self.current = current
    self.isOurs = isOurs
    self.content = content
    self.entries = entries
    self.touched = touched
  }

  /// Whether the book is as it was made; nil where that cannot be said for sure.
  package var isUnaltered: Bool? {
    switch content {
    case .compared(let comparison):
      comparison.differences.isEmpty ? (comparison.unproven.isEmpty ? true : nil) : false
    case .checksum(let matches, _): matches == false ? false : nil
    }
  }

  /// Whether nothing at all tells if the book was altered.
  package var isUnchecked: Bool {
    if case .checksum(nil, _) = content { true } else { false }
  }

  /// Whether what the book says is what the ledger says.
  package var isCurrent: Bool { isOurs && isUnaltered == true && touched == 0 }
}
