import Testing

@testable import Intake

/// Cells of unit and place columns.
@Suite struct UnitCellTests {
  @Test(
    arguments: Example.table(
      """
      牵头单位 | 市发改委 → lead_units=市发展改革委
      牵头单位 | 发改委、工信局 → lead_units=市发展改革委、市工业和信息化局
      牵头单位 | 市发改委/市工信局 → lead_units=市发展改革委、市工业和信息化局
      牵头单位 | 市发改委 市发展改革委 → lead_units=市发展改革委
      牵头单位 | 市发改委；市大数据局 → lead_units=市发展改革委 !ref.unknown
      牵头单位 | 市大数据局 → !ref.unknown
      牵头单位 | 其他 → 无
      牵头单位 | 市发改委、其他 → lead_units=市发展改革委
      牵头单位 | 新区 → !ref.ambiguous
      牵头单位 | 市发改委、新区 → lead_units=市发展改革委 !ref.ambiguous
      牵头单位 | 市大数据局、新区 → !ref.unknown
      牵头单位 | 鹿寨县发改局 → lead_units=鹿寨县人民政府
      牵头单位 | 鹿寨县 → lead_units=鹿寨县人民政府
      牵头单位 | 鹿寨 → lead_units=鹿寨县人民政府
      牵头单位 | 柳东新区 → lead_units=柳东新区管委会
      牵头单位 | 高新区 → lead_units=柳东新区管委会
      牵头单位 | 柳州市 → !ref.unknown
      牵头单位 | 市直各部门 → lead_units=市人民政府各部门
      牵头单位 | 各县区 → lead_units=各县区人民政府
      牵头单位 | 各县区政府、新区管委会 → lead_units=各县区人民政府、新区管委会
      牵头单位 | 市发改委（牵头）、市财政局 → lead_units=市财政局 !ref.unknown
      牵头单位 | 市工信委 → lead_units=市工业和信息化局
      牵头单位 | 市委组织部 → lead_units=市委组织部
      牵头单位 | 中共柳州市委组织部 → lead_units=市委组织部
      牵头单位 | 柳州市柳南区人民政府 → lead_units=柳南区人民政府
      牵头单位 | 柳南区政府 → lead_units=柳南区人民政府
      牵头单位 | 柳南区发展和改革局 → lead_units=柳南区人民政府
      牵头单位 | 柳南区住建局 → lead_units=柳南区人民政府
      牵头单位 | 柳南区工业和信息化局 → lead_units=柳南区人民政府
      牵头单位 | 柳城县工业园区管委会 → lead_units=柳城县人民政府
      牵头单位 | 柳城县交通局 → lead_units=柳城县人民政府
      牵头单位 | 融水苗族自治县自然资源局 → lead_units=融水苗族自治县人民政府
      牵头单位 | 三江县农业农村局 → lead_units=三江侗族自治县人民政府
      牵头单位 | 柳东新区管委会 → lead_units=柳东新区管委会
      牵头单位 | 柳东新区行政审批局 → lead_units=柳东新区管委会
      牵头单位 | 阳和新区 → lead_units=阳和工业新区（北部生态新区）管委会
      牵头单位 | 北部生态新区管委会 → lead_units=阳和工业新区（北部生态新区）管委会
      牵头单位 | 阳和工业新区（北部生态新区）管委会 → lead_units=阳和工业新区（北部生态新区）管委会
      牵头单位 | 市招商局 → lead_units=市投资促进局
      牵头单位 | 市国土资源局 → lead_units=市自然资源和规划局
      牵头单位 | 团市委、市妇联 → lead_units=团市委、市妇联
      牵头单位 | 市住建局 市交通局 → lead_units=市住房城乡建设局、市交通运输局
      牵头单位 | 市园区办（市商务局） → !ref.ambiguous
      牵头单位 | 市政府督查室 → !ref.unknown
      牵头单位 | 广西柳州钢铁集团 → !ref.unknown
      牵头单位 | 市卫健委 → lead_units=市卫生健康委
      牵头单位 | 城中区 → lead_units=城中区人民政府
      牵头单位 | 柳州市鹿寨县发改局 → lead_units=鹿寨县人民政府
      牵头单位 | 市发展改革委、鹿寨县人民政府、柳东新区管委会 → lead_units=市发展改革委、鹿寨县人民政府、柳东新区管委会
      牵头单位 | 柳州市林业局 → lead_units=市林业和园林局
      牵头单位 | 市人防办 → lead_units=市国动办
      牵头单位 | 市工商局 → lead_units=市市场监管局
      """))
  func `单位的各种写法`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      县区 | 鱼峰区（柳东新区） → district=鱼峰区 zone=柳东新区
      县区 | 柳东新区 → zone=柳东新区
      县区 | 柳江县 → district=柳江区
      县区 | 融水 → district=融水苗族自治县
      县区 | 市本级 → district=柳州市
      县区 | 市直 → district=柳州市
      县区 | 全市 → district=柳州市
      县区 | 柳州市 → district=柳州市
      县区 | 柳州市柳南区 → district=柳南区
      县区 | 广西柳州市鹿寨县 → district=鹿寨县
      县区 | 柳南区、柳江区 → !ref.ambiguous
      县区 | 新区 → !ref.ambiguous
      县区 | 经开区 → !ref.ambiguous
      县区 | 化工园区 → !ref.ambiguous
      县区 | 市区 → !ref.ambiguous
      县区 | 柳州高新区（柳东新区） → !ref.ambiguous
      县区 | 高新区 → zone=柳东新区
      县区 | 柳州高新区 → zone=柳东新区
      县区 | 北部生态新区 → zone=阳和工业新区（北部生态新区）
      县区 | 阳和工业新区（北部生态新区） → zone=阳和工业新区（北部生态新区）
      县区 | 阳和 → zone=阳和工业新区（北部生态新区）
      县区 | 市辖区 → !ref.unknown
      县区 | 桂林市 → !ref.unknown
      县区 | 鹿寨县中渡镇 → !ref.unknown
      县区 | 鹿寨县城 → !ref.unknown
      县区 | 其他 → 无
      县区 | 跨县区 → !ref.unknown
      县区 | 柳州经开区 → !ref.unknown
      县区 | 鹿寨化工园区 → !ref.unknown
      县区 | 鱼峰区/柳东新区 → district=鱼峰区 zone=柳东新区
      县区 | 柳东新区（鱼峰区） → district=鱼峰区 zone=柳东新区
      县区 | 鱼峰区、柳东新区 → district=鱼峰区 zone=柳东新区
      县区 | 柳东新区、阳和新区 → !ref.ambiguous
      县区 | 融水苗族自治县 → district=融水苗族自治县
      县区 | 三江 → district=三江侗族自治县
      县区 | 城中 → district=城中区
      县区 | 鱼峰区 柳东新区 → district=鱼峰区 zone=柳东新区
      县区 | 柳州市本级 → district=柳州市
      所属园区 | 鹿寨县 → district=鹿寨县
      所属园区 | 柳东新区 → zone=柳东新区
      所属园区 | 柳州螺蛳粉产业园 → !ref.unknown
      """))
  func `县区和新区，各归各的字段`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }
}
