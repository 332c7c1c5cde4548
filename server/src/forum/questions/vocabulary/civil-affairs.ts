import type { Vocabulary } from './vocabulary';

export const civilAffairs: Vocabulary = {
  strong: {
    basicAllowance:
      '低保 吃低保 最低生活保障 低保户 特困 五保 五保户 困难户 低收入 basic_allowance',
    oldAgeAllowance:
      '高龄津贴 高龄补贴 高龄老人 尊老金 老龄津贴 长寿金 敬老金 老人每月领 老人领钱 每月都能领 每月领点钱 old_age_allowance',
    careHome:
      '养老院 敬老院 福利院 养老公寓 养老机构 护理院 托老所 日间照料 入住押金 care_home nursing_home',
    homeCare:
      '居家养老 上门护理 养老服务 养老服务补贴 失能 半失能 失能老人 护理补贴 适老化 home_care',
    livingAlone:
      '独居 独居老人 空巢 空巢老人 孤寡 孤寡老人 一键呼叫 紧急按钮 呼叫按钮 手环 没人照顾 living_alone',
    communityMeals: '助餐 老年食堂 长者食堂 社区食堂 老年餐 老年饭桌 送餐 community_canteen',
    disability:
      '残疾 残疾人 残疾证 残联 两项补贴 残疾补贴 生活补贴 生活不能自理 智力残疾 盲人 轮椅 聋哑 disability disabled',
    marriage: '结婚证 领证 结婚登记 离婚登记 婚姻登记 补办结婚证 离婚冷静期 领结婚证 marriage',
    funeral:
      '殡葬 殡仪馆 火化 火化费 骨灰 骨灰堂 公墓 墓地 丧葬 丧葬费 土葬 坟 迁坟 funeral cemetery',
    rescue: '流浪汉 流浪老人 流浪乞讨 救助站 临时救助 救助 乞讨 露宿 relief shelter',
    children: '孤儿 收养 留守儿童 困境儿童 事实无人抚养 寄养 领养 adopt orphan',
    charity: '慈善 捐款 募捐 志愿者 红十字 charity volunteer',
    community: '居委会 社区工作者 网格员 村委会选举 村务公开 社区选举 地名 门牌',
    seniorCard: '老年卡 老年证 优待证 敬老卡 senior_card',
    office: '民政局 民政所 民政 民政部门 civil_affairs',
    mourning: '灵堂 治丧 办丧事 丧事 吹吹打打 花圈 纸钱 祭扫 墓碑 墓 树葬 出殡 哭丧 哀乐 上坟 清明',
    divorceWords: '离婚 冷静期 复婚 婚检 领离婚证 不过了 领证 结婚 扯证',
    homeless: '睡桥洞 睡楼梯间 睡在楼梯 露宿街头 流浪的 拾荒 弃婴 精神病流浪 没人管的老人 讨饭',
    aidDevices:
      '拐杖 助行器 轮椅 助浴 助洁 无障碍改造 扶手 残疾车 听不见 聋 哑 聋哑 坐轮椅 瘫痪 瘫在床 卧床',
    lowIncome: '停了低保 取消低保 低保复核 边缘户 揭不开锅 穷 困难家庭 大病致贫 单亲 捐赠',
    canteen: '饭堂 送饭 老人吃饭 做不动饭 床位费 养老床位 保姆 护理员 活动室',
    childWelfare: '没爹没妈 父母双亡 爷爷奶奶带 弃养 监护 抱养',
    minority: '无人赡养 五保老人 孤老',
  },
  plain: {
    elderlyAlone: '一个人住 没人照料 儿女不在身边 儿子在国外 没儿没女 无儿无女 摔倒 摔了 敲门',
    veterans: '退役军人 老兵 优抚 烈属',
    allowances: '津贴 补助 困难补助 生活困难',
    streetOffice: '社区干部 居委 村委会 社工 义工 老人活动 敬老 重阳',
  },
  weak: { elderly: '老人家 老年人 老人 elderly' },
};
