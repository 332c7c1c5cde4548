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
  },
  plain: {
    elderlyAlone: '一个人住 没人照料 儿女不在身边 儿子在国外 没儿没女 无儿无女 摔倒 摔了 敲门',
    veterans: '退役军人 老兵 优抚 烈属',
    allowances: '津贴 补助 困难补助 生活困难',
  },
  weak: { elderly: '老人家 老年人 老人 elderly' },
};
