import type { Vocabulary } from './vocabulary';

export const health: Vocabulary = {
  strong: {
    appointment:
      '挂号 专家号 抢号 放号 预约挂号 号源 门诊号 加号 号贩子 黄牛号 特需 appointment specialist',
    vaccine: '疫苗 打疫苗 接种 预防针 打预防针 狂犬疫苗 HPV 九价 流感疫苗 vaccine vaccination',
    checkUp: '体检 免费体检 两癌筛查 筛查 健康档案 check-up health_check',
    clinic:
      '诊所 无证行医 无牌诊所 黑诊所 打吊瓶 输液 输完液 医疗废物 针头 行医 非法行医 牙科 拔牙 clinic dentist',
    emergency: '急诊 急救 救护车 分诊 抢救 120急救 emergency_room ambulance',
    scan: 'CT 核磁 核磁共振 B超 胃镜 彩超 拍片 照片子 照个片子 检查排队 化验单 检查设备 scan mri',
    ward: '病床 床位 住院部 手术 手术室 转院 护工 陪护 icu surgery ward',
    staff: '医生 大夫 护士 护士长 主任医师 医德 误诊 医疗事故 医患 红包 doctor nurse',
    villageDoctor:
      '村医 卫生室 卫生院 乡镇卫生院 社区卫生服务中心 家庭医生 签约医生 值班大夫 family_doctor',
    maternity: '产检 孕妇 生孩子 建档 月子中心 妇幼 产科 新生儿科 儿科 pregnant maternity',
    familyPlanning: '独生子女 计划生育 奖扶 失独 二孩 三孩 生育登记 准生证 托育 育儿补贴',
    disease: '传染病 流感 肺炎 艾滋 结核 手足口 疫情 职业病 尘肺 精神病 抑郁 心理咨询 disease',
    blood: '献血 用血 血站 blood_donation',
    office: '卫健委 卫健局 卫生局 卫生健康 疾控 health_commission',
    birth: '生娃 生孩子 分娩 引产 剖腹产 临产 羊水 孕检 待产',
    overtreatment: '过度医疗 乱检查 开大检查 大处方 医托 误诊 乱收费医院 病历 病历复印 诊断书',
    chineseMedicine: '义诊 中医 针灸 推拿 中医馆 理疗 巡诊 坐诊',
    ambulance: '120 叫救护车 急救车 救护 等车急救 抢救室 心梗 中风急救',
    dental: '种牙 牙套 口腔 近视 配镜 眼科 儿童医院 老年痴呆 失智 戒酒',
    waiting:
      '候诊 排号看病 排队看病 等床位 没床位 加床 住不进院 看不上病 缺医生 没医生 没有医生 缺药 断药',
    services: '上门看病 送药上门 家庭病床 健康讲座 养生 食物中毒 公共卫生 消毒 月子',
  },
  plain: {
    hospital: '医院 看病 就诊 就医 门诊 挂急诊 中医院 hospital',
    treatment: '治疗 开药 吃药 拿药 发烧 病情 病人 透析 药房 照片子 treatment patient',
    smoking: '控烟 吸烟 抽烟 smoking',
    body: '手术后 骨折 发烧 咳嗽 过敏 心脏 血压 胸口疼 肚子疼 打针 抓药 看个病 看大夫',
  },
  weak: { ill: '生病 病 疼 头晕 腰疼 ill sick' },
};
