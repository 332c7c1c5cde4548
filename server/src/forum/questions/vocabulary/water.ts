import type { Vocabulary } from './vocabulary';

export const water: Vocabulary = {
  strong: {
    tapWater:
      '自来水 自来水公司 水龙头 龙头 供水 水厂 通自来水 接自来水 自来水管 水司 tap_water water_supply',
    noWater:
      '停水 没水 断水 没有水 来水 恢复供水 一滴都没 没得水 水停了 无水 缺水 water_cut no_water',
    pressure:
      '水压 水压低 水压太小 水太小 水流小 滴滴答答 出水小 热水器打不着 打不着火 加压泵 水泵 泵坏 增压 water_pressure',
    quality:
      '水质 黄水 水发黄 水是黄的 水浑 漂白粉 水垢 白垢 水有味 滤芯 能不能喝 化验 检测报告 water_quality',
    bill: '水费 水表 抄表 阶梯水价 水价 校表 漏损 水表坏 查水表 water_bill water_meter',
    pipe: '水管 爆管 水管爆 管道漏 抢修水管 漏水点 自来水漏 管网 冻裂 pipe burst',
    drain: '下水道 排水 排水沟 雨水管 疏通 堵了 反水 倒灌 污水管 化粪池 污水井 溢出 sewer drain',
    flooding: '积水 内涝 被淹 必淹 水淹 一下雨就 看海 淹水 没过膝盖 雨天 下大雨 漫进 flood',
    river: '河道 河堤 堤坝 水库 河岸 河边护栏 河道清淤 河长 河长制 水渠 river reservoir embankment',
    drinking: '吃水 饮水 饮用水 井水 打井 泉眼 泉水 挑水 人畜饮水 水窖 安全饮水 drinking_water',
    drowning: '溺水 淹死 下水游泳 玩水 野泳 落水 救生圈 drowning',
    office: '水务局 水利局 水务 水务集团 水利 water_bureau',
    storage: '蓄水池 水池 水塔 存不住水 背水 接水 拉水 送水车 水井 抽水 用水难 吃水难',
    ponds:
      '水塘 池塘 河沟 河滩 河边 江边 河面 漂浮物 水葫芦 河道垃圾 排洪 山洪 洪水 防汛 堤上 河堤上 堤岸 垮堤 沙袋 决口',
    fees: '垃圾处理费 污水处理费 水费单 水卡 开户 报装 一户一表 欠费停水 滞纳金 水价高',
    leaks: '马路冒水 冒水 喷水 水漫 阀门 水阀 消防栓 管子破 管道改造 雨污分流 水管老化 水车',
  },
  plain: {
    flow: '水流 放水 用水 水源 洗澡水 冲厕所 water',
    waterworks: '泵站 闸门 沟渠 涵洞 桥洞',
    railing: '护栏 栏杆',
    hoses: '管子 水箱 洗菜 洗衣服 做饭用水 喝水 水桶',
  },
  weak: { rain: '下雨 雨水 汛期 rain' },
};
