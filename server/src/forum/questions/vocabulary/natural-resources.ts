import type { Vocabulary } from './vocabulary';

export const naturalResources: Vocabulary = {
  strong: {
    propertyCertificate:
      '不动产证 房产证 产权证 房本 不动产权证 大产权 小产权 办证难 办不下来证 两证 不动产登记 不动产 property_certificate title_deed deed',
    transfer:
      '过户 房屋继承 继承房产 赠与 析产 加名字 更名 产权过户 抵押登记 解押 transfer_ownership',
    homestead: '宅基地 建房审批 盖房 盖新房 翻建 翻盖 自建房 建房 批地基 地基 homestead',
    planning: '规划 规划公示 控规 用地性质 规划局 改规划 红线 容积率 楼间距 挡阳光 planning zoning',
    landTaking: '征地 征地补偿 占地补偿 青苗补偿 征地款 失地 土地征收 land_acquisition',
    landUse: '违法占地 占用耕地 土地性质 闲置土地 荒地 土地证 土地使用权 确权 基本农田 land_use',
    landslide:
      '地质灾害 滑坡 山体滑坡 塌方 泥石流 裂口子 山裂 裂缝越来越宽 避险搬迁 地灾 landslide',
    mining: '采矿 挖山 采石 采砂 挖沙 偷挖 盗采 石场 矿山 挖石头 取土 quarry mining',
    forest: '林地 林权 林权证 砍伐 山林 毁林 公益林 松材线虫 forest',
    survey: '测绘 面积测量 勘界 地界 界址 四至',
    daylight:
      '挡采光 挡了采光 采光权 日照 日头 见不到日头 不见阳光 挡阳光 太阳晒 阳光全挡 楼间距 盖高楼 盖楼 南面盖',
    drawings: '图纸上 规划图 规划局批 规划怎么批 用地规划 改成商业 土地出让 用地 临时用地',
    boundary: '地界纠纷 占我家地 邻居占地 权属 宅基 祖宅 老宅 老屋 房地一体 祖屋',
    forestFire: '护林 山火 森林防火 古树 占林 退耕还林 退耕 野生动物 砍了 滥伐 松树',
    registration:
      '大证 办本 分割证 车位证 查封 解封 登记错 更正登记 遗嘱 继承公证 房产分割 不动产中心',
    digging: '挖机 挖土 挖山坡 山体开裂 山裂缝 石头滚 落石 崩塌 避险',
  },
  plain: {
    office: '自然资源局 国土局 国土所 规划和自然资源 林业局 不动产中心',
    hill: '后山 山体 山坡 山上 hillside',
    deeds: '证办不下来 办证 遗产房 公证',
    compensation: '补偿款 征收款 占了地 占地 被征',
  },
  weak: { land: '土地 地块 空地 绿地 land', noticeboard: '公示' },
};
