/** Ten statements for the opinion stage: seven prepared by the organisers, three from citizens. */
export const preparedStatements = [
  '老旧小区加装电梯，应当由一楼住户和高层住户一起商量补偿办法。',
  '早晚高峰的公交车，宁可加密班次，也不要再开新线路。',
  '街边的停车位应当分时段收费，夜里让给附近的居民。',
  '社区食堂应当办到每一个街道。',
  '广场舞的音量应当有统一的上限，晚上九点以后不再外放。',
  '学校的操场周末应当向周边居民开放。',
  '路灯、井盖坏了，三天之内应当修好，修不好要公开原因。',
] as const;

export const citizensStatements = [
  '菜市场门口应当留出一块地方给自产自销的农户。',
  '看病挂号应当保留人工窗口，照顾不会用手机的人。',
  '公园里应当多放一些带靠背的椅子。',
] as const;
