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
  },
  plain: {
    office: '自然资源局 国土局 国土所 规划和自然资源 林业局 不动产中心',
    hill: '后山 山体 山坡 山上 hillside',
    deeds: '证办不下来 办证 遗产房 公证',
  },
  weak: { land: '土地 地块 空地 绿地 land', noticeboard: '公示' },
};
