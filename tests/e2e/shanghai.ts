const [dayMilliseconds, ahead] = [86_400_000, 28_800_000];

/** The minute of some day as a field of Beijing time takes it: `2026-11-29T01:05`. Pages count days so, wherever the browser is. */
export function shanghaiMinute(days = 0): string {
  return new Date(Date.now() + days * dayMilliseconds + ahead).toISOString().slice(0, 16);
}

/** Its day alone. */
export function shanghaiDay(days = 0): string {
  return shanghaiMinute(days).slice(0, 10);
}
