import type { Vocabulary } from './vocabulary';

export const urbanManagement: Vocabulary = {
  strong: {
    streetLight:
      '路灯 灯不亮 不亮灯 没有路灯 黑灯瞎火 乌漆嘛黑 乌漆麻黑 黑咕隆咚 黑漆漆 漆黑 伸手不见五指 不发光 打手电 摸黑 灯杆 灯坏了 street_light streetlight street_lamp',
    rubbish:
      '垃圾 垃圾桶 垃圾箱 垃圾站 垃圾车 垃圾堆 垃圾分类 乱扔 清运 冒尖 转运站 保洁 环卫 清扫 扫地车 rubbish garbage litter trash',
    buildingWaste: '建筑垃圾 装修垃圾 渣土 渣土车 大件垃圾 construction_waste',
    toilet: '公厕 厕所 公共厕所 卫生间太少 洗手间 toilet restroom',
    stalls:
      '占道 摆摊 小贩 摊贩 地摊 摊位 夜市 早市 占道经营 出店经营 流动摊 马路市场 烧烤 烧烤摊 烤串 stall vendor barbecue',
    cookingFumes: '油烟 油烟机 油烟管 排烟管 烟道 油烟味 排烟 fumes',
    illegalBuilding:
      '违建 违章建筑 违法建设 私搭乱建 搭建 加盖 铁皮房 彩钢棚 阳光房 占绿 圈地 illegal_structure',
    sharedBikes: '共享单车 共享电单车 共享电动车 单车乱停 乱停放 shared_bike',
    pavement: '人行道 盲道 地砖 路砖 便道 步道砖 路沿石 绊倒 拱起 无障碍 坡道 pavement sidewalk',
    pothole: '路面塌 塌陷 塌了个坑 坑洼 大坑 路面坏 路面开裂 坑坑洼洼 沉降 颠簸 路不平 pothole',
    manhole: '井盖 窨井 雨水篦子 井圈 manhole',
    signs: '广告牌 招牌 灯箱 小广告 牛皮癣 横幅 霓虹灯 billboard',
    trees: '行道树 树枝 树根 修剪 绿化带 绿化 草坪 砍树 飞絮 落叶 枯树 大树 tree',
    officers: '城管 城管局 执法队 综合执法 城市管理 市容 园林 市政',
  },
  plain: {
    gasSupply: '燃气管 煤气 天然气',
    strayAnimals: '流浪猫 流浪狗 养鸽子 养鸡 鸽子',
    hawkerNoise: '叫卖 喇叭叫卖 划拳 猜拳',
    snow: '扫雪 积雪 结冰 路滑',
    mosquitoes: '蚊子 苍蝇 老鼠 蟑螂',
    park: '公园里 街心花园 小游园 口袋公园 长椅',
    standingWater: '积水 下水道堵',
    parking: '僵尸车 占车位 路边停车 停车位',
  },
  weak: { dirty: '脏 脏乱差 臭 卫生', street: '街道 马路 巷口 路边' },
};
