export * from "./bounds-say.ts";
export * from "./cap-bounds.ts";
export * from "./foretell.ts";
export * from "./outlook.ts";
export * from "./roll-up.ts";
export * from "./rolled.ts";
export * from "./skill.ts";
