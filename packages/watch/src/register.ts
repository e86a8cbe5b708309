import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** How many connections a pool holds; what every pool of the driver says of itself. */
export type PoolCounts = {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
};

/** What every process tells of itself: its memory, its event loop, its connections. No label names anybody ([OB1]). */
export function openRegister(pool: () => PoolCounts | undefined): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "lilink_pool_connections",
    help: "Connections of this process to the database",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      const counts = pool();
      if (!counts) return;
      this.set({ state: "open" }, counts.totalCount);
      this.set({ state: "idle" }, counts.idleCount);
      this.set({ state: "wanted" }, counts.waitingCount);
    },
  });
  return registry;
}
