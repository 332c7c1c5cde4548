import type { Vocabulary } from './vocabulary';

export const environment: Vocabulary = {
  strong: {
    smell:
      '臭气 异味 刺鼻 气味 难闻 恶臭 臭味 烧胶 胶味 塑料味 油漆味 熏人 呛人 呛得 味道大 味道往屋里 怪味 smell stench odour',
    wasteGas: '废气 排放 偷排 黑烟 冒烟 烟囱 尾气 偷偷排 烟雾 排臭 emission exhaust smoke',
    sewage:
      '排污 排污口 污水 废水 排污水 污水直排 排粪水 粪水 粪污 黑臭水体 发黑发臭 又黑又臭 死鱼 翻肚 油污 绿藻 sewage waste_water dead_fish',
    pollution: '污染 污染源 环境污染 土壤污染 重金属 渗到井里 酸水 有毒 毒气 危废 pollution',
    noise:
      '噪声 噪音 分贝 嗡嗡 低音炮 打桩 夜间施工 施工噪音 空压机 风机 机器声 轰鸣 震得 noise decibel',
    dust: '扬尘 灰尘 粉尘 搅拌站 混凝土 砂石场 尘土 雾霾 pm2.5 dust',
    burning: '焚烧 烧垃圾 烧秸秆 秸秆 烧电线 露天焚烧 烧塑料 燃烧 burning',
    plant:
      '工厂 化工厂 塑料厂 电镀厂 造纸厂 砖厂 养猪场 养鸡场 养殖场 屠宰场 冷库 喷漆 加工厂 作坊 印染厂 factory',
    radiation: '辐射 基站 变电站 高压线 radiation',
    inspection: '环评 环保 环保局 生态环境 环保督察 环境监测 督察 environmental',
    batteries: '废电池 旧电瓶 拆电瓶 废机油 收废品',
    fumes:
      '沥青 熬 化学气味 化学味 chemical 氨味 臭鸡蛋 硫磺 蓝烟 白烟 黄烟 恶心想吐 闻了 呛 熏得 臭气熏天 臭味飘',
    machines:
      '外机 空调外机 冷却塔 变压器 电锯 切割 打磨 木材厂 家具厂 石材厂 汽修 汽修厂 喷涂 鼓风机 从早响到晚 响个不停 抽风机 低频 震动 热泵',
    dumping: '废渣 废料 矿渣 污泥 倾倒 渗滤液 垃圾场 垃圾焚烧 填埋 医疗垃圾 倒到水塘 倒进河 倒到河',
    park: '工业园 化工园 园区 园区气味 industrial_park air_quality 空气质量 测空气 水源地 野生 鸟',
    building:
      '夜间施工 深夜施工 连夜施工 工地噪声 工地太吵 工地扰民 打桩机 挖掘机 渣土扬尘 洗车轮 裸土',
  },
  plain: {
    lake: '河水 湖水 水面 下游 鱼死 lake',
    nightWork: '半夜开工 夜里开工 查就停 一查就停工 半夜偷偷',
    closeWindow: '不敢开窗 开窗 关窗 睁不开眼 咳',
    annoying: '睡不着 轰隆 咚咚 响 吵得 窗户不敢开 关窗',
  },
  weak: { loud: '吵 声音大 noisy loud' },
};
