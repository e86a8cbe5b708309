export * from "./common-times.ts";
export * from "./machine.ts";
export * from "./quarter.ts";
export { type ReadCalendar, readCalendar } from "./read-calendar.ts";
export { type ReadTimes, readTimes, type TimesFault } from "./read-times.ts";
export { instantOf, isZone, quartersOf, type WallTime, type WeekCell, wallTimeOf, weekOf } from "./zone.ts";
