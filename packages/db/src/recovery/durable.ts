import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

export type Sum = { readonly size: number; readonly sha256: string };

/** Copies one file so that it survives a power cut, and says what was copied. The name appears when the bytes are there. */
export async function copyDurably(from: string, to: string): Promise<Sum> {
  const made = `${to}.${process.pid}.new`;
  const file = await open(made, "w", 0o600);
  try {
    const sum = await pour(from, file);
    await file.sync();
    await rename(made, to);
    return sum;
  } finally {
    await file.close();
  }
}

export async function writeDurably(path: string, text: string | Buffer): Promise<Sum> {
  const file = await open(`${path}.new`, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
  return { size: Buffer.byteLength(text), sha256: createHash("sha256").update(text).digest("hex") };
}

export async function sumFile(path: string): Promise<Sum> {
  return pour(path, undefined);
}

/** Names in a folder are durable only after this. Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function makeFolder(folder: string, mode: number): Promise<void> {
  if ((await mkdir(folder, { recursive: true, mode })) !== undefined) await syncFolder(dirname(folder));
}

/** Runs a step over many, a few at a time: fsync waits for the disk and not for the processor. */
export async function forEach<Item>(
  items: readonly Item[],
  step: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await step(item);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

async function pour(from: string, into: FileHandle | undefined): Promise<Sum> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(from, { highWaterMark: 1_048_576 })) {
    hash.update(chunk);
    size += chunk.length;
    await into?.writeFile(chunk);
  }
  return { size, sha256: hash.digest("hex") };
}
