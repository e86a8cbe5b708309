import { dirname, posix } from "node:path";
import { parseSync } from "oxc-parser";
import type { Manifest } from "./manifest.ts";

export type Import = {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** By `import()`: the browser loads it when the code comes there. */
  readonly lazy?: true;
  readonly line: number;
  /** Path in the repository of what it names; absent for packages that are not ours. */
  readonly target?: string;
};

export type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

export type Module = {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly program: Node;
};

export type Breach = { readonly path: string; readonly line?: number; readonly message: string };

export function toLine(module: Pick<Module, "text">, offset: number): number {
  return module.text.slice(0, offset).split("\n").length;
}

/** Parses one source file; throws on a syntax error, so that nothing is passed over in silence. */
export function toModule(path: string, text: string, manifests: readonly Manifest[]): Module {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const lineOf = (offset: number) => toLine({ text }, offset);
  const named = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) => ({
      specifier: moduleRequest.value,
      // A bare import runs the module; `import type` has types alone.
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
      line: lineOf(start),
    })),
    ...module.staticExports.flatMap(({ entries, start }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType, line: lineOf(start) }] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest, start }) => {
      const word = /^["'](.+)["']$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
      return word ? [{ specifier: word, typeOnly: false, lazy: true as const, line: lineOf(start) }] : [];
    }),
  ];
  return {
    path,
    text,
    imports: named.map((one) => {
      const target = resolveImport(path, one.specifier, manifests);
      return target === undefined ? one : { ...one, target };
    }),
    comments: comments.map((comment) => ({ text: comment.value, line: lineOf(comment.start) })),
    program: program as unknown as Node,
  };
}

function resolveImport(path: string, specifier: string, manifests: readonly Manifest[]): string | undefined {
  if (specifier.startsWith(".")) return posix.join(dirname(path), specifier);
  if (specifier.startsWith("#")) return `apps/web/src/${specifier.slice(1)}`;
  const owner = manifests.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  const entry = owner?.exports[`.${specifier.slice(owner.name.length)}`];
  return owner === undefined || entry === undefined ? undefined : posix.join(owner.folder, entry);
}

/** Every node of a syntax tree, the tree itself first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === "object" && "type" in child) yield* walk(child as Node);
    }
  }
}
