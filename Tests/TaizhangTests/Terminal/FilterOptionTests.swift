import ArgumentParser
import Ledger
import Testing

@testable import taizhang

/// Every property that projects are chosen by has its option on the command line, and what is given there counts.
@Suite struct FilterOptionTests {
  @Test(arguments: FilterOption.all)
  func `每个筛选条件命令行上都有，写了就算数`(option: FilterOption) throws {
    let name = (option.rawValue.count == 1 ? "-" : "--") + option.rawValue
    let options = try (try? ProjectOptions.parse([name, "1"])) ?? ProjectOptions.parse([name])
    #expect(options.values.keys.sorted() == [option.rawValue])
  }
}
