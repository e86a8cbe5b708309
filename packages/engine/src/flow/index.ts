export { isOptimalFlow } from "./check-optimal.ts";
export type { CostTable } from "./cost-table.ts";
export type { FlowNetwork, FlowResult } from "./network.ts";
export { type FlowChange, type OpenFlow, openFlow } from "./open-flow.ts";
export { readAssignment } from "./read-assignment.ts";
export { readDimacs } from "./read-dimacs.ts";
export { type Assignment, isOptimalAssignment, solveAssignment } from "./solve-assignment.ts";
export { solveFlow } from "./solve-flow.ts";
