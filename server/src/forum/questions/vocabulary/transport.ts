import type { Vocabulary } from './vocabulary';

export const transport: Vocabulary = {
  strong: {
    bus: '公交 公交车 公交线路 公交公司 公汽 巴士 班线 bus',
    busStop: '公交站 公交站台 公交站点 站台 站牌 候车亭 bus_stop',
    busReroute: '改线 改道 绕行 线路调整 不到站 不经过 不停靠 取消站点 甩站 skip reroute old_stop',
    lastBus:
      '末班车 末班 收车 最后一班 早班车 首末班 首班车 停运 班次 发车 间隔太长 last_bus timetable',
    busFare: '公交卡 乘车卡 刷卡乘车 车票 票价 老年卡乘车 bus_card',
    taxi: '出租车 的士 打表 不打表 拒载 网约车 顺风车 打的 打车 滴滴 绕路 一口价 taxi cab',
    coach: '班车 客运站 汽车站 长途车 客运 城际公交 大巴 coach',
    metro: '地铁 轻轨 轨道交通 有轨电车 metro subway',
    ferry: '轮渡 渡口 渡船 码头 摆渡 ferry',
    highway: '高速公路 国道 省道 县道 乡道 公路 收费站 ETC 过路费 highway expressway',
    villageRoad:
      '通村路 水泥路 乡村道路 村道 路面硬化 会不了车 拓宽 村路 进村的路 进村路 修路 断头路',
    bridge: '桥梁 大桥 桥面 桥栏杆 危桥 小桥 便桥 石桥 bridge',
    overload: '超限 超载 大货车 重卡 压坏 轧烂 压烂 治超',
    drivingSchool: '驾校 学车 教练车 考驾照 练车',
    stopping:
      '停靠 不停了 到站不停 不停车 不停站 招手不停 挤不上 满员 上车 下车 站点 取消站点 车次 一趟车 等半天车 公交专用道 首末站',
    service:
      '加密班次 增加班次 开通公交 新开线路 通公交 微循环 夜班车 夜间公交 接驳车 环线 晚点 不准点 电子站牌 农村公交 村村通 进村公路 公交到村 公交进村',
    blackCabs: '黑车 面包车拉客 网约车证 计价器 乱要价 加价 甩客 拼车 站前拉客',
    roadworks:
      '高速出口 匝道 服务区 限高杆 隧道 路基 护坡 路肩 会车 桥墩 桥面开裂 路面硬化 坑洼路 泥巴路 土路 等外公路',
  },
  plain: {
    carPark: '停车场 停车费 停车难 停车位 乱停车 parking',
    roadRepair: '道路维修 道路施工 道路改造 重修 路面破损 路烂 road_repair',
    rideThere:
      '坐车 乘车 等车 转车 倒车 倒两趟 倒一趟 换乘 直达 通车 赶车 那趟车 这趟车 change_buses take_the_bus',
    driver: '司机 驾驶员 乘务员 driver',
    railway: '火车站 高铁 动车 机场 飞机 航班 railway',
    transportOffice: '交通局 交通运输局 运管 公路局 交通委',
    footbridge: '天桥 地下通道 过街通道 footbridge',
    going:
      '出行难 出行不便 打车难 坐公交 乘公交 坐大巴 坐船 开车 客车 面包车 货车 充电站 高速 航线 绿道',
  },
  weak: { traffic: '交通 出行 堵车 拥堵 道路 路口 traffic road', bicycle: '骑车 电动车 自行车' },
};
