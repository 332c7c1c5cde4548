import type { Vocabulary } from './vocabulary';

export const housing: Vocabulary = {
  strong: {
    lift: '电梯 加装电梯 装电梯 电梯坏 困电梯 升降机 货梯 lift elevator',
    firstFloorObjects:
      '一楼不同意 一楼住户不同意 底层不签字 挡光 挡光线 采光 签字 不肯签 征求意见 反对安装',
    climbing: '爬楼 爬楼梯 上下楼 下不了楼 楼梯爬不动 stairs',
    propertyManagement: '物业 物业公司 物管 保安 门禁 停车卡 property_management',
    propertyFee: '物业费 物管费 公摊费 电梯费 property_fee',
    owners: '业委会 业主大会 业主 业主委员会 业主代表 owners',
    repairFund: '维修基金 维修资金 公共维修 大修基金 repair_fund',
    leak: '漏水 渗水 漏雨 防水 发霉 楼上漏 屋顶漏 外墙渗 天花板 墙皮 leak',
    oldEstate:
      '老旧小区 老旧小区改造 旧改 老楼改造 老房子改造 外立面 保温层 棚改 棚户区 old_estate renovation',
    unfinished:
      '烂尾 烂尾楼 交房 延期交房 逾期交房 停工 开发商 售楼部 预售 预售资金 期房 精装房 精装修 验收 developer',
    publicHousing:
      '公租房 廉租房 保障房 保障性住房 经济适用房 经适房 共有产权 安居房 人才公寓 public_rental',
    providentFund: '公积金 住房公积金 公积金贷款 首付 房贷 购房补贴 二套房 provident_fund mortgage',
    heating:
      '供暖 供热 暖气 暖气片 地暖 不热 取暖费 热力公司 集中供暖 换热站 室温 烧不热 heating radiator',
    gas: '燃气 天然气 停气 气压 煤气 燃气公司 通气 开栓 燃气灶 来气 gas',
    dangerousHouse: '危房 危房改造 危楼 裂缝 房屋鉴定 房屋安全 土坯房 墙裂 承重墙 dangerous_house',
    homeQuality: '房屋质量 楼板 空鼓 墙面开裂 保修期 墙纸 地板',
    agent: '房产中介 中介 二手房 租房 租赁合同 出租屋 群租房 押一付三 房租上涨 letting_agent',
    demolition: '拆迁 拆迁款 安置房 回迁 回迁房 过渡费 征收 搬迁补偿',
    cold: '屋里冷 屋里头冷 室内温度 温度低 冰窖 打哆嗦 棉袄 放气 锅炉房 供热管 热力站 温的 热乎 阀门没开',
    noManager:
      '没有物业 没物业 集资房 房改房 单位房 物业撤 换物业 选聘物业 公共收益 物业不管 物业账目 车位费 产权车位',
    eBikes: '电动车上楼 推上楼充电 楼道充电 充电棚 飞线 电动车着火',
    facade: '外墙脱落 瓷砖掉 墙皮掉 墙体脱落 外墙砖 保温脱落 楼顶漏 屋面漏 楼板 隔音 白蚁',
    renting: '房东 押金不退房 二房东 长租公寓 合租 隔断房 租户 房租 换锁 租的房子 租客',
    buying: '购房款 认购金 退房 网签 备案价 房企 楼盘 样板房 公摊 购房合同 买的房 契税 房子烂',
    decoration: '装修噪音 敲墙 砸墙 拆墙 违规装修 改造管道 下水改造',
    gasBill: '气费 燃气表 液化气 煤气罐 煤改气 天然气压力 气太小',
    entrance: '单元门 门禁坏 楼道 楼梯间 楼栋门 扶手坏 消防栓没水',
  },
  plain: {
    estate: '小区 楼道 楼栋 楼顶 单元门 地下室 地下车库 车棚 车库 estate apartment flat',
    chargers: '充电桩 飞线充电 充电棚 充电插座',
    office: '住建局 住建 房管局 住房和城乡建设 房管所 住建部门',
    rooms: '房子 住房 买房 商品房 毛坯 装修 户型 房价 housing house',
    upstairs: '楼上 楼下 邻居 隔壁 顶楼',
    secondaryWater: '水箱 二次供水',
    floors: '一楼 底层 顶层 高层 六楼 七楼 老楼 步梯 没电梯',
    repairs: '维修 大修 下水堵 下水管 化粪池满',
  },
  weak: { residents: '住户 居民 邻里 landlord' },
};
