import type { Vocabulary } from './vocabulary';

export const cultureSport: Vocabulary = {
  strong: {
    library: '图书馆 书屋 农家书屋 阅览室 借书 借几本书 还书 看书 闭馆 自习室 书吧 library',
    cultureHall:
      '文化馆 文化站 文化活动中心 文化广场 排练 剧团 唱戏 戏曲 戏台 送戏下乡 秦腔 合唱团 非遗 演出队 theatre culture',
    museum: '博物馆 纪念馆 美术馆 展览 讲解 文物 古建筑 古城墙 遗址 museum',
    fitnessGear:
      '健身器材 健身设施 健身路径 体育器材 扭腰 转盘 慢步机 漫步机 单杠 双杠 锻炼器材 乒乓球台 fitness_equipment exercise_equipment',
    sportsHall:
      '体育馆 体育场 球场 篮球场 羽毛球 羽毛球场 足球场 乒乓球 游泳馆 游泳池 健身步道 全民健身 打球 免费开放 stadium badminton basketball swimming_pool',
    tourism:
      '旅游 旅游局 旅行社 旅行团 导游 跟团 一日游 强制购物 玉器 景区 景点 门票 民宿 酒店 团费 报团 tour travel_agency scenic',
    film: '电影 放电影 电影院 影院 有线电视 广播 大喇叭 网吧 ktv cinema',
    seniorUniversity: '老年大学 老年活动室 活动中心 书法班 培训班唱歌',
    office: '文旅局 体育局 文化局 文体局 文广',
    relics: '石碑 古墓 老城墙 祠堂 牌坊 古庙 古镇 古街 古桥 碑 老建筑 故居 保护单位',
    courts:
      '乒乓球桌 球桌 台面 球网 篮筐 球筐 网球 塑胶跑道 跑道 骑行 自行车绿道 绿道 马拉松 步道 太极 钓鱼 溜冰 运动场 场馆 场地费 打太极 踢球 足球',
    reading:
      '读者证 绘本 少儿阅读 借阅 电子书 讲座 书画 乐队 合唱 舞蹈队 展厅 演出 剧院 音乐会 话剧 放映',
    travel:
      '年票 门票涨价 讲解员 观光车 索道 游船 农家乐 购物店 黑导游 景区里 景点收费 旅行 团餐 退团',
  },
  plain: {
    exercise: '锻炼 运动 跑步 健身 exercise sport',
    reading: '读书 书 看戏 节目 活动室',
    leisure: '唱歌 跳舞场地 活动场地 广场活动 玩的地方 没地方玩 娱乐',
  },
  weak: { visit: '参观 游客 游玩 visit tourist' },
};
