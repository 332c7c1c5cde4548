import type { Vocabulary } from './vocabulary';

export const agriculture: Vocabulary = {
  strong: {
    grainSubsidy:
      '种粮补贴 粮补 地力补贴 农业补贴 惠农补贴 惠农 粮食直补 直补 打到折子 农补 grain_subsidy',
    seeds: '种子 玉米种 麦种 稻种 假种子 种苗 空秆 不结籽 绝收 减产 亩产 seed',
    crops:
      '玉米 小麦 水稻 麦子 稻谷 大豆 棉花 辣椒 蔬菜 西瓜 果树 苹果 茶叶 庄稼 秧苗 秧子 插秧 收麦 种地 蓝莓 葡萄 crop wheat corn rice',
    fertiliser: '化肥 农药 农膜 除草剂 肥料 打药 fertiliser pesticide',
    pests: '虫害 病虫害 贪夜蛾 蝗虫 稻瘟 赤霉病 打什么药 pests',
    machines: '农机 插秧机 收割机 拖拉机 农机补贴 旋耕机 抽水机 harvester tractor',
    livestock:
      '养殖 养猪 养鸡 养羊 养牛 鸡瘟 猪瘟 瘟 兽医 死鸡 死猪 防疫 鸡死 鱼塘 livestock poultry pig_disease',
    landLease:
      '土地流转 流转 承包地 承包合同 流转费 土地承包 复耕 撂荒 口粮地 租地 确权证 land_lease',
    irrigation: '灌溉 水渠 灌溉渠 渠道 抗旱 旱死 浇地 浇水 机井 放水 田里没水 清淤 irrigation',
    fields: '农田 高标准农田 机耕路 田埂 耕地 田间 大田 稻田 亩地 亩田 farmland field',
    coops: '合作社 农业公司 保底价 收购 滞销 烂在地里 卖不出去 大棚 家庭农场 cooperative',
    insurance: '农业保险 理赔 受灾 冰雹 霜冻 旱灾',
    villageMoney: '村集体 村账 三资 村财务 扶贫 脱贫 乡村振兴 厕改 改厕',
    office: '农业局 农业农村局 农技站 农技员 技术员 畜牧局 agriculture',
    animals:
      '羊羔 羊 耕牛 奶牛 猪娃 猪仔 病死猪 死猪 无害化 扑杀 饲料 兽药 检疫 蜂箱 养蜂 虾塘 鱼苗 鸭子 肉牛 小猪 鸡苗 瘟了',
    orchards:
      '果园 采摘园 茶园 苗木 花生 油菜 红薯 土豆 大蒜 番茄 黄瓜 苞谷 药材 甘蔗 烟叶 柑橘 桃子 枣树 食用菌 木耳 香菇',
    policy:
      '扶持政策 回村 返乡 返乡创业 农业项目 贴息 惠农贷款 家庭农场 新农人 农产品 土特产 电商助农',
    yields: '出苗 倒伏 冻害 收成 长势 晒粮 卖粮 粮价 粮站收 压价 秸秆还田 棚膜 歉收',
    villageAffairs:
      '分红 承包费 村务 村里账 村账目 村支书 村干部 收回土地 地租 租金地 集体土地 机动地',
  },
  plain: {
    farmers: '农民 农户 村民 种植 农业 家家户户 村里 farmer',
    village: '村会计 村干部 村支书 大队 组里',
    earth: '田里 地里 几亩 亩 菜地 自留地 田边 牲口 菜农',
  },
  weak: { countryside: '农村 乡下 镇上 village' },
};
