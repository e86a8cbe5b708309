export { auditAnswer, type DisclosureSample, listDisclosureSamples } from "./disclosure-sample.ts";
