import Testing
@Suite struct IntakePlaceholder {}
