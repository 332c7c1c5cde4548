import type { Vocabulary } from './vocabulary';

/** Human resources and social security. */
export const labour: Vocabulary = {
  strong: {
    pension:
      '养老金 退休金 退休钱 退休工资 养老保险 养老钱发 农保 城乡居民养老 养老待遇 停发 退休待遇 pension',
    lifeCertificate: '资格认证 生存认证 养老认证 待遇认证 年审认证 不认证 没认证 没死',
    faceCheck: '人脸认证 人脸识别 人脸 刷脸 扫脸 眨眼 张嘴 摇头 不是本人 face_recognition',
    socialSecurity:
      '社保 社保卡 社会保险 五险一金 缴社保 交社保 断社保 社保转移 社保补缴 补缴 缴费年限 social_security social_insurance',
    retirement: '退休 延迟退休 退休年龄 提前退休 内退 病退 工龄 视同缴费 买断 下岗 retire',
    wages:
      '工资 欠薪 拖欠工资 欠工资 讨薪 血汗钱 薪水 工钱 拖欠 不发工资 没发工资 结算工资 wage salary unpaid',
    migrantWorkers: '农民工 包工头 工地干活 打工 民工 总包 分包 务工 migrant_worker',
    workInjury: '工伤 工伤认定 工伤鉴定 伤残鉴定 工伤赔偿 摔伤工地 上班受伤 work_injury',
    contract:
      '劳动合同 劳动关系 签合同 没签合同 辞退 开除 裁员 试用期 经济补偿 离职 劳务派遣 labour_contract',
    arbitration: '劳动仲裁 仲裁 劳动监察 劳动局 劳动部门 arbitration',
    overtime: '加班 加班费 休息日 年休假 高温补贴 最低工资 超时 overtime',
    unemployment: '失业 失业金 失业保险 失业补助 unemployment',
    jobs: '就业 找工作 招聘 招工 公益性岗位 见习 实习 就业困难 再就业 毕业生 应届生 岗位 人才市场 internship employment job',
    flexibleWork: '灵活就业 灵活就业补贴 自由职业 外卖员 骑手 4050 flexible_employment',
    training:
      '技能培训 职业培训 免费培训 月嫂培训 技能补贴 职业资格 技工 培训补贴 vocational_training',
    startUp: '创业贷款 创业担保 创业补贴 自主创业 start-up',
    titles: '职称 人事档案 档案 事业编 公务员考试 人才引进 人才补贴',
    office: '人社局 人社 社保局 社保所 就业局 人力资源',
    lowPay:
      '最低标准 低于最低 克扣 扣工资 扣钱 提成 绩效 年终奖 押工资 压工资 每月给 工资低 试岗 押证',
    maternity: '怀孕辞退 产假 哺乳假 辞职 逼辞 调岗 自己辞职 陪产假 病假 婚假 孕期',
    arrears:
      '一次性补缴 补齐 断了五年 中间断 断缴几年 没人给交 没给交 没交社保 不给上保险 厂子垮 厂子没了 改制 破产 企业倒闭 集体工 临时工 知青 特殊工种 缴满十五年 交满 棉纺厂 砖瓦厂 老厂',
    labourAgents:
      '黑中介 中介招工 骗工 零工 零工市场 职介所 用工 劳务公司 保安公司 招聘会 稳岗 三支一扶',
    survivors: '抚恤金 丧葬补助 遗属 工亡 养老金上调 涨养老金 养老金算 领养老 六十岁 到龄',
    certificates: '电工证 焊工证 叉车证 技能证书 考证 上岗证 家政培训 月嫂 育婴 培训费',
  },
  plain: {
    employer: '单位不给 公司不给 老板不给 入职 上班 厂里 工厂上班 企业职工 公司 employer',
    fund: '缴费 基数 领多少 每月发',
    shifts: '夜班 倒班 十二小时 休息 单休 放假 工友 车间 老板 打工',
  },
  weak: { work: '工作 干活 工人 work' },
};
