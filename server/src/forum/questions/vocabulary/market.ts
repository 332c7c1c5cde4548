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
      '乱涨价 价格欺诈 明码标价 哄抬物价 乱收费 多收费 电费太贵 宰客 标价 物价 overcharge price',
    onlineShopping: '网购 网店 直播间 淘宝 拼多多 卖家 平台商家 快递 商家拉黑 主播带货 online_shop',
    healthProducts:
      '保健品 磁疗床 听课 讲课 养生讲座 忽悠老人 推销 虚假宣传 夸大宣传 免费领鸡蛋 health_products',
    business:
      '营业执照 个体户 年报 注销执照 企业注册 工商登记 经营许可 食品许可证 开店 开早餐店 开饭馆 business_licence',
    products: '质量问题 三包 保修 维修点 假电池 鼓包 产品质量 售后 退换 warranty',
    consumer: '消费者 12315 消费维权 消协 消费投诉 小票 发票 不开发票 consumer receipt',
    pyramid: '传销 拉人头 非法集资 pyramid',
    specialEquipment: '特种设备 游乐设施 锅炉 压力容器',
    office: '市场监管 市监局 工商局 市场监督管理局 质监局 物价局 market_regulation',
    eating:
      '吃完拉 闹肚子 炸鸡 火锅 串串 蛋糕 面包店 奶茶店 月饼 牛奶 水果店 海鲜 卤菜 烧饼 早餐店 餐饮 小饭馆 泡面 零食 有头发 有虫子 馊',
    goods:
      '手机店 家电 空调坏 冰箱 沙发 家具 床垫 衣服 鞋子 化妆品 面膜 汽车4s 4s店 二手车 新车 电动车店 电瓶 橱柜 装修公司 婚纱 影楼 婚庆 眼镜店',
    fuel: '加油站 加油 油枪 够数 不够数 跳枪 油品 洗车 修车铺',
    parcels: '快递丢 丢件 驿站 快递柜 外卖员 平台 客服推 差评 退一赔三',
    memberLures:
      '续了钱 续费 店庆 忽悠 卷帘门 连夜搬 维权群 充的 充了 充值卡 烫头 美发店 理发 美甲 纹眉 祛斑 汗蒸 足疗 搓澡 口腔诊所',
    fees: '收费标准 乱收 宰客 矿泉水卖 价签 不标价 收手续费 强制消费 最低消费 自带酒水 停车收费 加收 转供电',
    firms:
      '公司注册 注册了公司 冒用身份注册 注销公司 法人变更 股东 小作坊 小餐饮 卫生许可 商标 专利 办执照 开餐馆 开店 早餐店 办什么证',
    promises: '包活 不认账 认账 赔偿 赔我 说话不算 合同 返现 抽奖骗 团购 优惠券 退定 订金',
  },
  plain: {
    shop: '商家 店家 店铺 商店 超市 老板 店里 店名 药店 便利店 卖家 菜市场 卖肉 买的 supermarket shop store',
    deposit: '定金 押金 合同违约 霸王条款 deposit',
    telecom: '话费 宽带 套餐 运营商',
    buying: '买了 买的 卖的 网上买 下单 花了 老板说 卖家 店主 门店',
  },
  weak: { paid: '花了 收了 收费 交了钱 paid' },
};
