/// A property that a server needs so that ledgers in it are safe and correct.
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

/// Whether a server has a property.
package struct ServerFinding: Hashable, Sendable {
  package let property: ServerProperty
  package let holds: Bool
  /// The server's answer.
  package let found: String

  package init(_ property: ServerProperty, holds: Bool, found: String) {
    self.property = property
    self.holds = holds
    self.found = found
  }
}
