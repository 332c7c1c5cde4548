import type { Vocabulary } from './vocabulary';

export const police: Vocabulary = {
  strong: {
    household:
      '户口 户口本 户籍 落户 迁户口 上户口 户口迁移 分户 改名字 改名 曾用名 household_registration hukou',
    identityCard:
      '身份证丢 补身份证 办身份证 身份证到期 换身份证 临时身份证 身份证补办 identity_card id_card',
    residencePermit:
      '居住证 暂住证 暂住登记 临时住宿登记 住宿登记 residence_permit temporary_residence residence_registration',
    passport: '护照 港澳通行证 通行证 出入境 签证 签注 passport visa',
    fraud: '诈骗 被骗 骗了 骗走 骗子 电诈 刷单被骗 转账被骗 安全账户 冻结账户 洗钱 fraud scam',
    reportCrime: '报案 立案 报警 出警 破案 抓人 民警 警察 派出所 公安 公安局 辅警 police',
    theft: '小偷 被偷 偷盗 盗窃 偷走 扒手 入室 撬锁 电瓶被偷 stolen theft thief',
    gambling: '赌博 赌场 麻将馆 棋牌室 打牌赌钱 老虎机 卖淫 嫖娼 吸毒 毒品 gambling drugs',
    fight: '打架 斗殴 打人 殴打 威胁 恐吓 骚扰 家暴 跟踪 黑社会 收保护费 fight threat',
    squareDance: '广场舞 音响 跳舞声 喇叭声 square_dance',
    neighbourNoise: '扰民 邻居吵 楼上吵 半夜唱歌 打麻将 狗叫 吵架摔东西',
    dog: '遛狗 养狗 狗绳 不拴绳 犬只 狗咬人 咬伤 恶犬 烈性犬 养犬 狗证 流浪狗 野狗 dog',
    trafficLight:
      '红绿灯 绿灯 红灯 信号灯 左转灯 行人灯 读秒 交通灯 灯太短 路口信号 traffic_light green_light signal',
    crossing: '斑马线 人行横道 过马路 让行人 不让行人 crosswalk zebra',
    offences:
      '闯红灯 逆行 超速 飙车 炸街 酒驾 醉驾 违章 违停 乱停乱放 罚单 扣分 电子眼 摄像头抓拍 speeding',
    trafficPolice: '交警 交警队 交管 车管所 交通事故 肇事 逃逸 撞人 撞伤 traffic_police',
    licence:
      '驾驶证 驾照 行驶证 上牌 车辆年检 年审 电动车上牌 摩托车 driving_licence driver_license',
    missing: '走失 失踪 走丢 找人 拐卖 missing_person',
    fireworks: '放鞭炮 烟花爆竹 燃放烟花 fireworks',
    records: '无犯罪证明 无犯罪 坐过牢 刑满 拘留 案底 前科 取保',
    aerial: '无人机 航拍',
    fakePlates: '假牌 套牌 无牌车 遮挡号牌',
    harassment:
      '偷拍 骚扰电话 裸聊 冒充 冒用 反诈 止付 身份被冒用 敲诈 勒索 尾随 猥亵 性骚扰 未成年 寻衅 闹事 醉酒',
    beaten: '被打 打了 打伤 挨打 动手打 持刀 砍人',
    lostAndFound: '捡到 拾到 失物招领 钱包丢 手机丢 监控调 调监控 查监控',
    modified:
      '改装车 鬼火 飞车 远光灯 鸣笛 三轮车 老头乐 头盔 摩托车噪音 大车闯禁行 闯禁行 禁左 掉头车道 潮汐车道 机动车道 电动车逆行',
    papers: '户口簿 死亡注销 销户 出生登记 指纹 台湾通行证 身份证照片',
    highThrow: '高空抛物 楼上扔 往下扔 扔烟头',
    nightLife: '酒吧 洗浴中心 会所 色情 足浴 棋牌 打牌',
  },
  plain: {
    identity: '身份证 证件照 无犯罪记录 开锁 刻章',
    safety: '治安 监控 巡逻 安全隐患 摄像头 cctv patrol',
    stop: '减速带 限速 护栏隔离 标线 单行道 禁停',
    firefighting: '消防通道 消防 灭火器 着火 火灾',
    disturbing: '闹到半夜 唱歌到半夜 吵到 半夜吵 通宵 蹦迪 跳舞 大妈 音乐声',
    schoolGate: '学校门口堵 接送孩子堵 单行线 堵死 堵成 车流 人车混行',
  },
  weak: { fastCars: '车速 车太快 大车', noise: '吵 噪音' },
};
