/// The data embedded in the binary: the catalogue, the words of headers, the pinyin table.
package enum LedgerData {
  /// The catalogue's files in the order of their kinds.
  package static var catalogue: [[UInt8]] {
    [
      PackageResources.chains_yaml,
      PackageResources.units_yaml,
      PackageResources.districts_yaml,
      PackageResources.zones_yaml,
      PackageResources.stages_yaml,
      PackageResources.conditions_yaml,
      PackageResources.registers_yaml,
      PackageResources.channels_yaml,
      PackageResources.industries_yaml,
      PackageResources.targets_yaml,
      PackageResources.tasks_yaml,
      PackageResources.builds_yaml,
      PackageResources.settings_yaml,
      PackageResources.roles_yaml,
    ]
  }

  /// The roles of accounts, as sets of rights.
  package static var roles: [UInt8] { PackageResources.roles_yaml }

  /// The settings that the bureau can change without a programmer.
  package static var settings: [UInt8] { PackageResources.settings_yaml }

  /// The words of column headers.
  package static var headers: [UInt8] { PackageResources.headers_yaml }

  /// The pinyin table, one line per syllable: the syllable, a space, its characters.
  package static var pinyin: [UInt8] { PackageResources.pinyin_txt }

  /// The most common passwords, separated by spaces and line feeds.
  package static var commonPasswords: [UInt8] { PackageResources.passwords_txt }
}
