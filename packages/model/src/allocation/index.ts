export { readAssignment } from "./assignment/read-assignment.ts";
export {
  type Assignment,
  type CostTable,
  isOptimalAssignment,
  solveAssignment,
} from "./assignment/solve-assignment.ts";
export { isOptimalFlow } from "./flow/check-optimal.ts";
export type { FlowNetwork, FlowResult } from "./flow/network.ts";
export { type FlowChange, type OpenFlow, openFlow } from "./flow/open-flow.ts";
export { readDimacs } from "./flow/read-dimacs.ts";
export { solveFlow } from "./flow/solve-flow.ts";
