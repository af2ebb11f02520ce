/// The stable codes of findings. Programs rely on them: a released code keeps its meaning.
package enum FindingCode: String, CaseIterable, Hashable, Sendable {
  case requiredMissing = "required.missing"
  case refUnknown = "ref.unknown"
  case refAmbiguous = "ref.ambiguous"
  case registerUnknown = "register.unknown"
  case moneyUnparsable = "money.unparsable"
  case moneyUnitMissing = "money.unit_missing"
  case moneyMagnitude = "money.magnitude"
  case valueApproximate = "value.approximate"
  case currencyForeign = "currency.foreign"
  case dateUnparsable = "date.unparsable"
  case dateAmbiguous = "date.ambiguous"
  case dateOrder = "date.order"
  case codeMalformed = "code.malformed"
  case codePrecisionLost = "code.precision_lost"
  case codeChecksum = "code.checksum"
  case usccChecksum = "uscc.checksum"
  case duplicateInFile = "duplicate.in_file"
  case totalMismatch = "total.mismatch"
  case hiddenRows = "hidden.rows"
  case rowUnclear = "row.unclear"
  case listYearUnclear = "list.year_unclear"
  case cellError = "cell.error"
  case cellUncalculated = "cell.uncalculated"
  case columnByContent = "column.by_content"
  case valueNegative = "value.negative"
  case valueScaled = "value.scaled"
  case cellClears = "cell.clears"
  case cellDoesNotClear = "cell.does_not_clear"
  case textUnclosedQuote = "text.unclosed_quote"
  case textUndecodable = "text.undecodable"
  case textCharacters = "text.characters"
  case textTooLong = "text.too_long"
  case textShortened = "text.shortened"
  case doneOverTotal = "done.over_total"
  case doneDecreases = "done.decreases"
  case doneNotSum = "done.not_sum"
  case stageContradicts = "stage.contradicts"
  case markIllegible = "mark.illegible"
  case markForeign = "mark.foreign"
  case markUnknown = "mark.unknown"
  case scopeForeign = "scope.foreign"
  case formatUnsupported = "format.unsupported"
  case formatEncrypted = "format.encrypted"

  /// The severity of findings of this code.
  package var severity: Finding.Severity { meaning.severity }

  /// The severity and wording.
  var meaning: FindingMeaning {
    switch self {
    case .requiredMissing: .requiredMissing
    case .refUnknown: .refUnknown
    case .refAmbiguous: .refAmbiguous
    case .registerUnknown: .registerUnknown
    case .moneyUnparsable: .moneyUnparsable
    case .moneyUnitMissing: .moneyUnitMissing
    case .moneyMagnitude: .moneyMagnitude
    case .valueApproximate: .valueApproximate
    case .currencyForeign: .currencyForeign
    case .dateUnparsable: .dateUnparsable
    case .dateAmbiguous: .dateAmbiguous
    case .dateOrder: .dateOrder
    case .codeMalformed: .codeMalformed
    case .codePrecisionLost: .codePrecisionLost
    case .codeChecksum: .codeChecksum
    case .usccChecksum: .usccChecksum
    case .duplicateInFile: .duplicateInFile
    case .totalMismatch: .totalMismatch
    case .hiddenRows: .hiddenRows
    case .rowUnclear: .rowUnclear
    case .listYearUnclear: .listYearUnclear
    case .cellError: .cellError
    case .cellUncalculated: .cellUncalculated
    case .columnByContent: .columnByContent
    case .valueNegative: .valueNegative
    case .valueScaled: .valueScaled
    case .textUnclosedQuote: .textUnclosedQuote
    case .textUndecodable: .textUndecodable
    case .textCharacters: .textCharacters
    case .textTooLong: .textTooLong
    case .textShortened: .textShortened
    case .cellClears: .cellClears
    case .cellDoesNotClear: .cellDoesNotClear
    case .doneOverTotal: .doneOverTotal
    case .doneDecreases: .doneDecreases
    case .doneNotSum: .doneNotSum
    case .stageContradicts: .stageContradicts
    case .markIllegible: .markIllegible
    case .markForeign: .markForeign
    case .markUnknown: .markUnknown
    case .scopeForeign: .scopeForeign
    case .formatUnsupported: .formatUnsupported
    case .formatEncrypted: .formatEncrypted
    }
  }
}
