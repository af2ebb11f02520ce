import ArgumentParser

/// 台账: the investment-project pipeline ledger.
@main
struct Taizhang: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "taizhang")
}
