export * from "./plan-timetable.ts";
export * from "./timetable-case.ts";
