export {
  auditAnswer,
  type DisclosureSample,
  listDisclosureSamples,
  withholdGreedily,
} from "./disclosure-sample.ts";
