/// What is made of places of a list when it is first asked for.
final class MadeOnce<Content> {
  private var contents: [Int: Content] = [:]

  /// What was made of a place, or is made now.
  func content(of place: Int, _ make: (Int) -> Content) -> Content {
    if let known = contents[place] { return known }
    let made = make(place)
    contents[place] = made
    return made
  }
}
