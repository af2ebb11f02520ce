/// The values of one project: at most one per key, in key order.
package struct Record: Hashable, Sendable {
  package private(set) var entries: [Entry]

  /// A key with its value.
  package struct Entry: Hashable, Sendable {
    package let key: FieldKey
    package var value: Value

    package init(key: FieldKey, value: Value) {
      self.key = key
      self.value = value
    }
  }

  package init() { entries = [] }

  /// Takes keys with values in any order; the last of a repeated key wins.
  package init(_ values: some Sequence<(FieldKey, Value)>) {
    entries = []
    for (key, value) in values { self[key] = value }
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The value of a key; setting nil removes it.
  package subscript(key: FieldKey) -> Value? {
    get {
      let index = position(of: key)
      return index < entries.count && entries[index].key == key ? entries[index].value : nil
    }
    set {
      let index = position(of: key)
      let isPresent = index < entries.count && entries[index].key == key
      switch (newValue, isPresent) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert(Entry(key: key, value: value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// The value of a field without parts.
  package subscript(field: Field) -> Value? {
    get { self[FieldKey(field)] }
    set { self[FieldKey(field)] = newValue }
  }

  /// The entries of one field, in order.
  package func entries(of field: Field) -> ArraySlice<Entry> {
    let first = entries.firstIndex { $0.key.field == field } ?? entries.endIndex
    let end = entries[first...].firstIndex { $0.key.field != field } ?? entries.endIndex
    return entries[first..<end]
  }

  /// The text of a text field.
  package func text(_ field: Field) -> String? {
    if case .text(let text) = self[field] { text } else { nil }
  }

  /// The amount of a money field.
  package func money(_ field: Field) -> Money? {
    if case .money(let money) = self[field] { money } else { nil }
  }

  /// The amount of one period of a series.
  package func money(_ field: Field, _ period: Period) -> Money? {
    if case .money(let money) = self[FieldKey(field, period)] { money } else { nil }
  }

  /// The code of a reference field.
  package func reference(_ field: Field) -> String? {
    if case .reference(let code) = self[field] { code } else { nil }
  }

  /// The codes of a field that references several items.
  package func references(_ field: Field) -> [String] {
    if case .references(let codes) = self[field] { codes } else { [] }
  }

  private func position(of key: FieldKey) -> Int {
    if let last = entries.last, last.key < key { return entries.count }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
