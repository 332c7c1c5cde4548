/** Milliseconds of the clock that all processes of this machine share, with fractions. */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;
