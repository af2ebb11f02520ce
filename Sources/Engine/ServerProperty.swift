/// Something that a server must do for ledgers to be safe in it, or right.
package enum ServerProperty: Sendable, CaseIterable {
  case encoding
  case emptyTexts
  case byteOrder
  case gramIndex
  case rowLock
  case copyTakenBack
  case cursor
  case localSettings
  case settingsInViews
  case uniqueKeys
  case exactSums
  case blobs
  case steadyReads
  case standby
  case flushes
  case wholePages
  case waitsForDisk
}

/// What a server does about one of them.
package struct ServerFinding: Hashable, Sendable {
  package let property: ServerProperty
  package let holds: Bool
  /// What was found, in the server's words.
  package let found: String

  package init(_ property: ServerProperty, holds: Bool, found: String) {
    self.property = property
    self.holds = holds
    self.found = found
  }
}
