import { readFile } from "node:fs/promises";
import { requireFlag } from "../flag.ts";

/** --file F: the object under a key of a file, or a file that holds such an object alone. */
export async function readPart<Part extends object>(args: readonly string[], key: string): Promise<Part> {
  const file = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as object;
  return (key in file ? file[key as keyof typeof file] : file) as Part;
}
