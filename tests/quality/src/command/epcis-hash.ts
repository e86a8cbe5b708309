import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { preHashes } from "@lilink/model/trace";
import { requireFlag } from "../flag.ts";

/** --file DOC.jsonld: the CBV 2.0 id of every event, in the order of the document; --pre adds the text that is hashed. */
export async function run(args: readonly string[]): Promise<unknown> {
  const texts = preHashes(JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")));
  const hashes = texts.map(
    (text) => `ni:///sha-256;${createHash("sha256").update(text).digest("hex")}?ver=CBV2.0`,
  );
  return args.includes("--pre") ? { hashes, texts } : { hashes };
}
