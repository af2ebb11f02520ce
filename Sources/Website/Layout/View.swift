import Foundation
import Mustache

/// What a template is told: names with their values. All templates are given this one type, so that what a
/// view lacks is noticed (`Templates`).
struct View: Sendable {
  private(set) var members: [String: any ViewValue]

  init(_ members: KeyValuePairs<String, any ViewValue>) {
    self.members = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
  }

  /// Both together; the other's values count where both have a name.
  func merging(_ other: View) -> View {
    var view = self
    view.members.merge(other.members) { _, last in last }
    return view
  }
}

/// A value that a template can show.
protocol ViewValue: Sendable {
  /// What the template engine is handed.
  var shown: Any { get }
}

extension String: ViewValue {
  var shown: Any { self }
}

extension Bool: ViewValue {
  var shown: Any { self }
}

extension Int: ViewValue {
  var shown: Any { String(self) }
}

extension Int64: ViewValue {
  var shown: Any { String(self) }
}

extension Address: ViewValue {
  var shown: Any { text }
}

extension View: ViewValue {
  var shown: Any { self }
}

extension Array: ViewValue where Element: ViewValue {
  var shown: Any { map(\.shown) }
}

/// What is absent is a value too: a plain nil would let the engine look for the name in the views around.
extension Optional: ViewValue where Wrapped: ViewValue {
  var shown: Any { map(\.shown) ?? NSNull() }
}

extension View: MustacheParent {
  func child(named name: String) -> Any? { members[name]?.shown }
}
