extension Permissions {
  /// The visible data of the projects that a right covers.
  package func sight(for right: Right, _ catalogue: Catalogue) -> Sight {
    let reach = reach(of: right)
    let unmasked = self.reach(of: .contacts)
    if reach.isEverything, unmasked.isEverything { return .everything }
    return Sight(reach, masked: catalogue.sensitiveFields, unmasked: unmasked)
  }
}
