export { toErrorNote } from "./error-note.ts";
export { createGate, type Gate, type GateLimits, gateLimits, type Lane } from "./gate.ts";
export { createLog, takeConsole } from "./log.ts";
export { openRegister, type PoolCounts } from "./register.ts";
export { watchRequests } from "./requests.ts";
export { type Metrics, serveMetrics } from "./serve.ts";
export { toSqlText, toSqlVerb } from "./sql-text.ts";
export { inSpan, isTraced, startTracing, type Tracing, traceNow } from "./trace.ts";
