import type { Breach, Module } from "../source/module.ts";

/** One breach for each circle of modules that import one another, be it types alone: neither can be read without the other. */
export function findCycles(modules: readonly Module[]): Breach[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const state = new Map<string, "open" | "done">();
  const breaches: Breach[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      breaches.push({
        path,
        message: `imports go in a circle: ${circle.join(" -> ")}; move what both ends need into a module of its own`,
      });
      return;
    }
    state.set(path, "open");
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (target !== undefined) visit(target, [...trail, path]);
    }
    state.set(path, "done");
  };
  for (const { path } of modules) visit(path, []);
  return breaches;
}
