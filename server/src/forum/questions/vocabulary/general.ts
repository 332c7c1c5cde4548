import type { GeneralVocabulary } from './vocabulary';

/** What questions of any field are about: times, people, acts and complaints that say nothing of the department. */
export const general: GeneralVocabulary = {
  telling: {
    weekend:
      '周末 周六 周日 礼拜六 礼拜天 星期六 星期天 双休日 请不了假 请不下来假 weekend saturday sunday',
    night: '半夜 夜里 深夜 凌晨 夜间 后半夜 三更半夜 at_night midnight',
    evening: '晚上 傍晚 天黑 天一黑 evening',
    lost: '丢了 丢失 遗失 弄丢 补办 掉了 挂失 lost replacement',
    expired: '到期 过期了 续期 换证 续签',
    apply: '申请 怎么办理 去哪办 在哪办 哪里办 办理 报名 怎么申领 递件 去哪领 怎么领 apply',
    materials: '什么材料 哪些材料 带什么 要带什么 什么证件 什么手续 哪些单子 documents_needed',
    conditions: '什么条件 够不够 符合条件 资格 条件是 eligible',
    install: '安装 加装 装一个 增设 新增 增加 多建 多放 没有装 为何不装 install',
    prolong: '延长 延到 延迟 晚一点 关晚点 改回来 恢复 改晚 restore bring_back later_again extend',
    broken:
      '坏了 坏掉 断了 失灵 损坏 不转 少一只 没人修 没人维修 修一修 该换 报修 断裂 broken repair',
    closed: '关门 锁着 不开门 锁门 关着 没开门 closed',
    phoneUnanswered: '电话打不通 打不通 不接电话 联系不上 停机 关机 失联',
    tooLong: '半年 几个月 一个多月 快一个月 多年 一直没 两年了 没动静 没消息 排到 排队',
    tooFew: '太少 不够 不足 抢不到 约不上 没名额 sold_out',
    tooDear: '太贵 涨价 涨到 上涨 太高 expensive',
    tooShort: '太短 来不及 走不到 走不过去 走到一半 too_short',
    noConsent: '不同意 反对 没开会 没有开会 不签 没经过',
    danger: '危险 不安全 摔伤 摔了 摔倒 崴 出事 伤人 撞 dangerous',
    bite: '咬伤 咬了 咬人 扑人 bite',
    notPaid: '没发 没到账 没收到 欠 没给 一分没 不发 没打',
    subsidy: '补贴 补助 津贴 补偿 补帖 subsidy allowance',
    foreign: '外地 异地 外省 外市 外国 foreign',
    registerName: '登记 备案 公证 register registration',
    oldest: '八十岁以上 八十多岁 九十岁',
    insects: '虫子 虫 吃出虫',
    cold: '凉的 冷 冰冰 冻',
    dark: '黑 看不见 看不清',
  },
  passing: {
    elderly:
      '老人 老年人 老头 老太太 老伴 老爸 老妈 老两口 爷爷 奶奶 爹 娘 婆婆 old_man grandmother grandfather elderly',
    child: '孩子 小孩 娃 儿子 女儿 孙子 孙女 外孙 宝宝 child son daughter',
    asking:
      '请问 想问 咨询 打听 希望 建议 求 能不能 能否 什么时候 怎么 为什么 为啥 please how_can is_there',
    officials: '领导 政府 部门 有关部门 你们 government',
    complain: '投诉 举报 反映 反映过 没人管 管不管 谁负责 complain report',
    money: '元 块钱 钱 费用 万元 money yuan',
    nearby: '门口 附近 旁边 对面 隔壁 near',
  },
};
