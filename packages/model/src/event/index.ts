export type { HallChange, Unseated } from "./explain-unseated.ts";
export { type HallFigures, listIdle } from "./figures.ts";
export * from "./hall.ts";
export * from "./judge-hall.ts";
export * from "./machine.ts";
export { mostSeated } from "./most-seated.ts";
export { type HallPlan, planHall } from "./plan-hall.ts";
export { type HallRepair, type Mishap, repairHall } from "./repair-hall.ts";
