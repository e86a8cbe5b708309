export * from "./batch/index.ts";
export * from "./code/index.ts";
export { type EpcisFault, type EpcisReading, fromEpcis, prefixesOf } from "./epcis/from-epcis.ts";
export { preHashes } from "./epcis/pre-hash.ts";
export { epcisShapes, lastPart, toUrn } from "./epcis/shape.ts";
export { type EpcisTelling, epcisContext, toEpcis } from "./epcis/to-epcis.ts";
export { isObject, type Json, type JsonObject, shortWord } from "./epcis/vocabulary.ts";
export * from "./forecast/index.ts";
export * from "./health/index.ts";
export * from "./item/denial.ts";
export * from "./item/list-items.ts";
export {
  confirmedSets,
  type ReportingSet,
  type RuleReading,
  reportingDeadline,
  reportingSets,
} from "./item/reporting-deadlines.ts";
export { goesOn, noStanding, type Standing, standingOf, stillOpen } from "./item/standing.ts";
export * from "./life/event.ts";
export { findContradicted } from "./life/find-contradicted.ts";
export * from "./life/group-events.ts";
export { isAboutOne, type Judged, judgeEvents, legsOf } from "./life/judge-events.ts";
export { judgeLater } from "./life/judge-later.ts";
export { gateShare, testDays } from "./life/step-life.ts";
export * from "./life/verb.ts";
export * from "./passport/to-passport.ts";
export * from "./route/index.ts";
export * from "./simulate/simulate-lives.ts";
