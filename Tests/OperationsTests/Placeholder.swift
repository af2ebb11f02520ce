import Testing
@Suite struct OperationsPlaceholder {}
