import type { Vocabulary } from './vocabulary';

export const market: Vocabulary = {
  strong: {
    membership:
      '会员卡 预付卡 年卡 储值卡 充值 办卡 办了卡 办的卡 卡里还有 剩余金额 次卡 健身卡 私教课 余额不退 membership prepaid',
    ranAway:
      '突然关门 关门跑路 跑路 卷钱 人去楼空 搬空 倒闭 老板失联 招牌拆 关店 店关了 设备升级 停业 门锁着 closed_down',
    refund: '退款 退费 不退钱 退钱 不给退 退卡 退定金 退押金 退货 不给换 拒绝退 不退 refund',
    gym: '健身房 健身会所 跑步机 瑜伽馆 游泳馆办卡 gym fitness',
    beauty: '美容院 美发 理发店 美容 医美 减肥店 beauty_salon',
    fakes: '假货 假酒 假烟 山寨 冒牌 以次充好 兑的 掺假 假冒 三无产品 fake counterfeit',
    expired: '过期 保质期 生产日期 变质 发霉食品 改日期 生产日期涂改 expired date_rubbed expiry',
    food: '食品安全 吃出 异物 外卖 餐馆 饭店 餐厅 食品 卫生差的店 吃坏肚子 拉肚子 小卖部 辣条 后厨 奶茶 yogurt restaurant food',
    scales:
      '缺斤少两 缺斤短两 短斤少两 称不准 秤有问题 电子秤 少秤 计量 公平秤 short_weight scales',
    price:
      '乱涨价 价格欺诈 明码标价 哄抬物价 乱收费 多收费 一度电 电费太贵 宰客 标价 物价 overcharge price',
    onlineShopping: '网购 网店 直播间 淘宝 拼多多 卖家 平台商家 快递 商家拉黑 主播带货 online_shop',
    healthProducts:
      '保健品 磁疗床 送鸡蛋 听课 讲课 养生讲座 忽悠老人 推销 虚假宣传 夸大宣传 免费领鸡蛋 health_products',
    business:
      '营业执照 个体户 年报 注销执照 企业注册 工商登记 经营许可 食品许可证 开店 开早餐店 开饭馆 business_licence',
    products: '质量问题 三包 保修 维修点 假电池 鼓包 产品质量 售后 退换 warranty',
    consumer: '消费者 12315 消费维权 消协 消费投诉 小票 发票 不开发票 consumer receipt',
    pyramid: '传销 拉人头 非法集资 pyramid',
    specialEquipment: '特种设备 游乐设施 锅炉 压力容器',
    office: '市场监管 市监局 工商局 市场监督管理局 质监局 物价局 market_regulation',
  },
  plain: {
    shop: '商家 店家 店铺 商店 超市 老板 店里 店名 药店 便利店 卖家 菜市场 卖肉 买的 supermarket shop store',
    deposit: '定金 押金 合同违约 霸王条款 deposit',
    telecom: '话费 宽带 套餐 运营商',
  },
  weak: { paid: '花了 收了 收费 交了钱 paid' },
};
