import { type Breach, type Module, type Node, toLine, walk } from "../source/module.ts";
import { isTest, roomOf } from "../source/read-modules.ts";

/** Time and chance enter engine, model and services from outside; engine and model do no input or output at all. */
export function findImpurities(modules: readonly Module[]): Breach[] {
  return modules
    .filter(({ path }) => ["engine", "model", "services"].includes(roomOf(path)) && !isTest(path))
    .flatMap((module) => [...findCalls(module), ...findBuiltins(module)]);
}

function findCalls(module: Module): Breach[] {
  const breaches: Breach[] = [];
  for (const node of walk(module.program)) {
    const what = toImpureName(node);
    if (what === undefined) continue;
    const message = `${what} has no place in ${roomOf(module.path)}: take the time from ctx.now, ids from ctx.newId, settings as arguments`;
    breaches.push({ path: module.path, line: toLine(module, node.start), message });
  }
  return breaches;
}

function toImpureName(node: Node): string | undefined {
  if (node.type === "NewExpression") {
    const { callee, arguments: given } = node as unknown as { callee: Named; arguments: unknown[] };
    return callee.name === "Date" && given.length === 0 ? "new Date()" : undefined;
  }
  if (node.type !== "MemberExpression") return undefined;
  const { object, property } = node as unknown as { object: Named; property: Named };
  const name = `${object.name}.${property.name}`;
  return ["Date.now", "Math.random", "performance.now", "process.env"].includes(name) ? name : undefined;
}

type Named = { readonly name?: string };

function findBuiltins(module: Module): Breach[] {
  const room = roomOf(module.path);
  if (room !== "engine" && room !== "model") return [];
  return module.imports
    .filter(({ specifier }) => specifier.startsWith("node:"))
    .map(({ specifier, line }) => ({
      path: module.path,
      line,
      message: `${specifier} has no place in ${room}, which computes and nothing else: let the caller read and pass the data in`,
    }));
}
