import type { Vocabulary } from './vocabulary';

export const medicalInsurance: Vocabulary = {
  strong: {
    insurance:
      '医保 医保卡 医疗保险 新农合 合作医疗 居民医保 职工医保 城乡医保 参保 medical_insurance health_insurance',
    reimburse:
      '报销 报销比例 能报多少 能报七成 能不能报 报一半 报一大半 手工报销 报不了 全自费 自费 reimburse reimbursement claim',
    elsewhere:
      '异地就医 异地备案 异地结算 异地报销 异地长期居住 跨省结算 直接结算 转诊 备案 外地看病 外省住院 treatment_elsewhere',
    chronicCare:
      '慢特病 慢性病 慢病 门诊慢特病 门特 特殊门诊 慢病本 慢病证 大病本 慢病卡 特病 本本 chronic',
    hypertension: '高血压 降压药 血压高 hypertension blood_pressure',
    diabetes: '糖尿病 胰岛素 降糖药 血糖 血糖高 diabetes insulin',
    account: '个人账户 家庭共济 共济 医保余额 账户余额 卡里的钱 给家里人用 给家人用 family_account',
    deductible: '起付线 门槛费 封顶线 统筹支付 统筹 结算单 目录外 医保目录 自费药 乙类 deductible',
    premium: '断缴 断交 断保 补缴医保 医保费 医保缴费 居民医保缴费 等待期 断一年 premium',
    maternityBenefit: '生育津贴 生育保险 生育报销 maternity_benefit',
    seriousIllness: '大病保险 大病救助 医疗救助 惠民保 长护险 长期护理保险 serious_illness',
    drugs: '药店刷医保 刷医保 集采 药品涨价 进口药 靶向药 医保药 药费 drugs',
    outpatient: '门诊统筹 门诊报销 门诊费用 outpatient',
    aids: '假肢 助听器报销 辅具报销',
    newborn: '新生儿医保 宝宝医保 新生儿参保',
    office: '医保局 医保窗口 医疗保障局 医疗保障',
    notPaid:
      '一分没报 一分不报 报不 没报 不给报 能报 能报吗 报几次 报多少 报得少 报销不了 报下来 报销单 报销慢 报账',
    materials:
      '进口的 耗材 钢板 支架 透析 化疗 肿瘤 癌症 罕见病 放疗 特效药 救命药 国谈药 双通道 慢粒',
    code: '医保码 电子凭证 医保电子凭证 医保年限 缴满 医保转移 重复参保 学生医保 大学生医保 农合 合疗 参保 医保账户 返款 划账 医保退费',
    fraud: '骗保 套现 刷卡换 药贩子 医保定点 定点药店 处方外流 药价 药品价格',
  },
  plain: {
    hospitalBill: '住院费 医药费 住院花 医疗费 花费 看病钱 medical_bill',
    pharmacy: '药店 药房 买药 pharmacy medicine',
    longTermMedicine: '常年吃药 长期服药 吃药 长期取药 取药 开药 吃降压药 每月药费',
    hospitalCost: '押金住院 出院 出院结算 报一点 自己掏 全额',
  },
  weak: { stay: '住院', registered: '办理手续' },
};
