import Testing
@Suite struct SpreadsheetPlaceholder {}
