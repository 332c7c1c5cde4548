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
  },
  plain: { exercise: '锻炼 运动 跑步 健身 exercise sport', reading: '读书 书 看戏 节目 活动室' },
  weak: { visit: '参观 游客 游玩 visit tourist' },
};
