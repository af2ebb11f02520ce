import Testing

@testable import Intake

/// Where a project is.
@Suite struct PlaceHeaderTests {
  @Test(
    arguments: Example.table(
      """
      责任县区 → district
      建设地点 → address
      建设地址 → address
      建设位置 → address
      项目地点 → address
      项目地址 → address
      具体位置 → address
      地理位置 → address
      建设地点（县区） → address
      建设地点（乡镇） → address
      项目建设地点 → address
      建设地点（具体到街道） → address
      县区 → district
      县（区） → district
      县（市、区） → district
      县区名称 → district
      县（区、新区） → district
      县（区）、新区 → district
      县区（园区） → district
      所在县区 → district
      所在县（区） → district
      项目所在县区 → district
      项目所在地 → district
      项目所在地（县区） → district
      所在地 → district
      所属县区 → district
      属地 → district
      项目属地 → district
      辖区 → district
      所属辖区 → district
      所在辖区 → district
      行政区划 → district
      所属行政区划 → district
      行政区域 → district
      所在区域 → district
      所属区域 → district
      所属园区 → zone
      所在园区 → zone
      园区 → zone
      工业园区 → zone
      所在开发区 → zone
      所在新区 → zone
      落户园区 → zone
      建设地点 > 县（区） → district
      建设地点 > 详细地址 → address
      建设地点 > 园区 → zone
      """))
  func `地点不是县区，县区列里有新区也是县区`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
