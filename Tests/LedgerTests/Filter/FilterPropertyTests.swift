import Testing

@testable import Ledger

/// A property is one file and its places in the lists.
@Suite struct FilterPropertyTests {
  @Test func `每个条件都能写、能读、能说`() {
    let all = Set(FilterProperty.all)
    #expect(all.count == FilterProperty.all.count)
    #expect(Set(FilterProperty.spoken) == all)
    #expect(FilterProperty.spoken.count == all.count)
    #expect(all.isSuperset(of: FilterProperty.facets))
    #expect(Set(FilterOption.all).count == FilterOption.all.count)
  }

  @Test(arguments: FilterProperty.facets)
  func `有分面的条件有标题，空的筛选什么都不要求`(property: FilterProperty) throws {
    #expect(!property.title.isEmpty)
    let catalogue = try Catalogue.shipped()
    let values = try #require(property.facet?(ProjectFilter(), catalogue))
    #expect(!values.isAsked)
    // Only what has ended is left out unasked.
    #expect(values.restricts == (property == .condition))
  }
}
