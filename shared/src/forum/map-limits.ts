/** From when on there is a map of opinion, and who is shown on it; free of zod, so that phones can load it. */

/** Groups of fewer people are not shown: few are as good as named. */
export const MAP_GROUP_FROM = 5;
/** With fewer who answered, or fewer statements, there is no map. */
export const MAP_FROM = { people: 10, statements: 3 } as const;
