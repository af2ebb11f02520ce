import Engine

/// Whether a server has a property that ledgers need.
package struct ServerCheck: Hashable, Sendable {
  package let property: Property
  package let holds: Bool
  /// The server's answer.
  package let found: String

  package enum Property: Hashable, Sendable {
    case encoding, emptyTexts, byteOrder, gramIndex, rowLock, copyTakenBack, cursor, localSettings
    case settingsInViews, uniqueKeys, exactSums, blobs, steadyReads, standby, flushes, wholePages
    case waitsForDisk
  }

  init(_ finding: ServerFinding) {
    property =
      switch finding.property {
      case .encoding: .encoding
      case .emptyTexts: .emptyTexts
      case .byteOrder: .byteOrder
      case .gramIndex: .gramIndex
      case .rowLock: .rowLock
      case .copyTakenBack: .copyTakenBack
      case .cursor: .cursor
      case .localSettings: .localSettings
      case .settingsInViews: .settingsInViews
      case .uniqueKeys: .uniqueKeys
      case .exactSums: .exactSums
      case .blobs: .blobs
      case .steadyReads: .steadyReads
      case .standby: .standby
      case .flushes: .flushes
      case .wholePages: .wholePages
      case .waitsForDisk: .waitsForDisk
      }
    holds = finding.holds
    found = finding.found
  }
}
