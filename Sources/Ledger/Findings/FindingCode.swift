/// The stable codes of findings. Programs rely on them: a released code keeps its meaning.
package enum FindingCode: String, CaseIterable, Hashable, Sendable {
  case requiredMissing = "required.missing"
  case refUnknown = "ref.unknown"
  case refAmbiguous = "ref.ambiguous"
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
  case formatUnsupported = "format.unsupported"
  case formatEncrypted = "format.encrypted"

  /// How grave findings of this code are.
  package var severity: Finding.Severity {
    switch self {
    case .requiredMissing, .refUnknown, .moneyUnparsable, .dateUnparsable, .codeMalformed,
      .codePrecisionLost, .cellError, .cellUncalculated, .markIllegible, .markForeign, .markUnknown,
      .formatUnsupported,
      .formatEncrypted:
      .error
    case .refAmbiguous, .moneyUnitMissing, .moneyMagnitude, .valueApproximate, .currencyForeign,
      .dateAmbiguous, .dateOrder, .codeChecksum, .usccChecksum, .duplicateInFile, .totalMismatch,
      .hiddenRows, .rowUnclear, .listYearUnclear, .columnByContent, .valueNegative,
      .valueScaled, .textUnclosedQuote,
      .textUndecodable, .textCharacters, .textTooLong, .textShortened, .doneOverTotal,
      .doneDecreases, .doneNotSum,
      .stageContradicts:
      .warning
    }
  }
}
