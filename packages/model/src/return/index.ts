export * from "../calendar/period.ts";
export {
  askedChange,
  type EarlierFigure,
  type Finding,
  type GeneralCheck,
  type GivenFigure,
  generalChecks,
} from "./check-generally.ts";
export * from "./check-return.ts";
export * from "./due.ts";
export * from "./list-queries.ts";
export * from "./place.ts";
export * from "./read-figure.ts";
export * from "./state.ts";
