package import Ledger
package import Spreadsheet

/// How a book compares with the ledger.
package struct BookVerification: Sendable {
  /// The result for the book's content.
  package enum Content: Sendable {
    /// It was compared with the book that the ledger generates again at its revision.
    case compared(WorkbookComparison)
    /// The ledger cannot generate it again (another ledger's, or an older arrangement): whether its cells match its
    /// stored checksum; nil if it has none.
    case checksum(Bool?, Reason)
  }

  /// Why a book cannot be generated again.
  package enum Reason: Hashable, Sendable {
    case otherLedger
    /// Made by a program version that arranges books differently, or the number of its arrangement was removed.
    case otherLayout
    /// Another program saved it in a format that the ledger does not write.
    case otherFormat
    /// Its record of how it was made cannot be read.
    case unreadableStamp
    /// It was made for a person who sees more or other projects than the current one.
    case otherSight
    /// It shows columns chosen when it was written.
    case chosenColumns
  }

  /// The revision of the book, and the ledger's current one.
  package let revision: Int64
  package let current: Int64
  /// Whether this ledger made it: its entry of that revision has the hash the book names.
  package let isOurs: Bool
  package let content: Content
  /// Later entries, and how many projects of the book they touched.
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

  /// Whether the book is unaltered; nil if that cannot be determined.
  package var isUnaltered: Bool? {
    switch content {
    case .compared(let comparison):
      comparison.differences.isEmpty ? (comparison.unproven.isEmpty ? true : nil) : false
    case .checksum(let matches, _): matches == false ? false : nil
    }
  }

  /// Whether there is no means to tell if the book was altered.
  package var isUnchecked: Bool {
    if case .checksum(nil, _) = content { true } else { false }
  }

  /// Whether the book agrees with the ledger.
  package var isCurrent: Bool { isOurs && isUnaltered == true && touched == 0 }
}
