import type { Vocabulary } from './vocabulary';

export const governmentServices: Vocabulary = {
  strong: {
    serviceHall:
      '办事大厅 政务大厅 政务服务 政务服务中心 服务大厅 便民服务中心 行政服务中心 大厅窗口 政务中心 service_hall service_centre',
    counter: '窗口 综合窗口 办事窗口 窗口办 一个窗口 合并窗口 窗口人员 counter',
    queueMachine: '取号 叫号 取号机 排号 发号 叫号机 重新取号 自助机 人工发号 queue_number',
    onlineServices:
      '一网通办 网上办事 网上办 办事APP 政务APP 小程序 网办 系统升级 系统显示 提交以后 审核进度 processing online_service',
    runaround:
      '跑了几趟 跑了五趟 跑了三趟 来回跑 跑断腿 踢皮球 推来推去 互相推诿 不归自己管 都说不归 一次说清 一次性告知 材料清单 缺材料 容缺 转来转去 已转办 runaround',
    oneThing: '一件事 一件事一次办 最多跑一次 一站式 牵头部门 帮办 代办 one-stop',
    openingHours:
      '周末上班 周六上班 星期六上班 中午值班 午休 延时服务 上班时间 有人在不 周末办公 几点下班 opening_hours',
    hotline: '12345 市长热线 政务热线 热线电话 接线员 工单 hotline',
    permits: '审批 许可 行政审批 变更法人 公章 盖章 开证明 证明材料 permit approval',
    eCertificates: '电子证照 电子证件 电子社保卡 数字证书',
    hallFacilities: '母婴室 填表台 复印机 志愿引导 办事难',
    proofs: '证明我 开证明 盖章 盖个章 奇葩证明 循环证明 再跑一趟 跑一趟 白跑 多跑 跑三次 来回折腾',
    noPhones:
      '不会用手机 不会上网 扫码 人工窗口 纸质 老人机 不会操作 字太小 看不懂 智能手机 跟不上',
    busyLine:
      '占线 没人接 无人接听 一直占线 电话没人 政务服务电话 公布的电话 没回复 敷衍 已办结 已答复 官网 公众号',
    rejected:
      '驳回 退件 补正 不予受理 办不了 不给办 系统崩 上传 提交不了 闪退 卡住 超期 时限 审批慢 进度 咨询台 委托 授权',
    attitude: '态度差 冷冰冰 玩手机 聊天不办 推诿 甩锅 脸难看 门难进 爱答不理 吃拿卡要',
  },
  plain: {
    handle: '办事 办事人员 办事员 流程 手续 材料 复印件 预约 态度 paperwork',
    login: '密码 登录 登不上 验证码 账号登录 app 超时 password login',
    office: '政府网站 政务公开 行政审批局',
    going: '带着户口本 带身份证去 去窗口 到窗口 排长队 大厅 排队 办证 办手续 节假日',
  },
  weak: { submit: '提交 办理 申请表 submit' },
};
