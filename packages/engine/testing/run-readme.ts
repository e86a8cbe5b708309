/** One ```ts block of a page, ready to run: imports by name, and each value that the page promises. */
export type Example = {
  readonly imports: readonly string[];
  readonly run: (load: Load, compare: Compare) => Promise<void>;
};
export type Load = (entry: string) => Promise<unknown>;
export type Compare = (actual: unknown, expected: unknown, line: string) => void;

const block = /^```ts\n(.*?)^```$/gms;
const importLine = /^import (\{[^}]*\}) from "([^"]+)";$/;
const promise = /^(.*?);? \/\/ => (.*)$/;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...parts: string[]
) => (load: Load, compare: Compare) => Promise<void>;

/** The examples of a page. A line `expression; // => value` promises the value. */
export function readExamples(page: string): readonly Example[] {
  return [...page.matchAll(block)].map(([, code = ""]) => {
    const imports: string[] = [];
    const lines = code.split("\n").map((line) => {
      const [, names, entry] = importLine.exec(line) ?? [];
      if (names !== undefined && entry !== undefined) {
        imports.push(entry);
        return `const ${names} = await load(${JSON.stringify(entry)});`;
      }
      const [, expression, expected] = promise.exec(line) ?? [];
      return expression === undefined
        ? line
        : `compare(${expression}, ${expected}, ${JSON.stringify(line)});`;
    });
    return { imports, run: new AsyncFunction("load", "compare", lines.join("\n")) };
  });
}
