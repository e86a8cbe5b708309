export { auditAnswer, type DisclosureSample, listDisclosureSamples } from "./disclosure-sample.ts";
export { type PlantedPosting, type PlantedToken, plantedPosting } from "./planted-posting.ts";
