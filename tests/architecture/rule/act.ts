import { type Breach, type Module, type Node, toLine, walk } from "../source/module.ts";
import { isTest, roomOf } from "../source/read-modules.ts";
import { type Messages, toKeys } from "./message.ts";

/** Acts that the audit log may hold and that no page can say: a mutation that leaves an entry, or an entry of its own. */
export function findNamelessActs(modules: readonly Module[], acts: Messages): Breach[] {
  const named = toKeys(acts);
  return modules
    .filter(({ path }) => roomOf(path) === "services" && !isTest(path))
    .flatMap((module) =>
      [...walk(module.program)].flatMap((node) => {
        const act = toAct(node);
        if (act === undefined || named.has(act)) return [];
        const message = `${act} has no words: the audit log shows it by the key ${act} of packages/i18n/messages/*/act.json`;
        return [{ path: module.path, line: toLine(module, node.start), message }];
      }),
    );
}

type Call = { readonly callee: { readonly name?: string }; readonly arguments: readonly Node[] };

function toAct(node: Node): string | undefined {
  if (node.type !== "CallExpression") return undefined;
  const { callee, arguments: given } = node as unknown as Call;
  if (callee.name === "writeEntry") return toText(given[1]);
  if (callee.name !== "defineMutation" || findProperty(given[0], "audit")?.leavesNothing) return undefined;
  return toText(findProperty(given[0], "name")?.value);
}

type Property = { readonly key?: { readonly name?: string }; readonly value?: Node };

function findProperty(object: Node | undefined, name: string) {
  const { properties = [] } = (object ?? {}) as { properties?: readonly Property[] };
  const value = properties.find(({ key }) => key?.name === name)?.value;
  const body = value?.body as { type?: string; value?: unknown } | undefined;
  return { value, leavesNothing: body?.type === "Literal" && body.value === null };
}

function toText(node: Node | undefined): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}
