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
    pothole: '路面塌 塌陷 坑洼 大坑 路面坏 路面开裂 坑坑洼洼 沉降 颠簸 路不平 pothole',
    manhole: '井盖 窨井 雨水篦子 井圈 manhole',
    signs: '广告牌 招牌 灯箱 小广告 牛皮癣 横幅 霓虹灯 billboard',
    trees: '行道树 树枝 树根 修剪 绿化带 绿化 草坪 砍树 飞絮 落叶 枯树 大树 tree',
    officers: '城管 城管局 执法队 综合执法 城市管理 市容 园林 市政',
    sprinkler: '洒水车 扫路车 清扫车 喷雾车 溅一身 环卫工',
    seats: '坐凳 座椅 休息椅 歇脚 没处歇 没地方坐 坐的地方',
    transfer:
      '垃圾中转站 中转站 垃圾站 垃圾房 压缩车 清运车 垃圾不运 汁水 汤水 污水横流 泔水 餐厨 厨余 苍蝇 蝇虫 卫生死角',
    pets: '狗屎 狗粪 宠物粪便 狗大便 散养 养鸡鸭',
    locks: '地锁 石墩 地桩 路障 隔离墩 占道停放 堆放杂物 堆杂物 楼道堆物 圈地种菜 毁绿种菜 种菜',
    lights: '亮化 景观灯 光污染 灯光太亮 LED屏 广告屏 霓虹 楼道灯',
    wires: '电线杆 杆子歪 线缆 线掉下来 飞线 管线 围挡 反复开挖 拉链路 施工围挡 挖沟 路挖开',
    shopfronts:
      '门头 牌匾 遮阳棚 雨棚 台阶 餐车 早餐车 推车卖 卖水果 卖菜 喊卖 占人行道 占盲道 占马路',
    trees2: '绿篱 花坛 花箱 树坑 树倒 树挡 遮光树 梧桐 杨絮 柳絮 死树 歪脖树 枝丫 树叶',
    fire: '烟头 随地吐痰 随地大小便 乱贴 乱画 涂鸦 乱倒 偷倒垃圾 装修垃圾 家具扔',
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
    onTheStreet: '街上 街边 街面 路沿 路口边 人行步道 天桥下 桥下 步行街',
  },
  weak: { dirty: '脏 脏乱差 臭 卫生', street: '街道 马路 巷口 路边' },
};
