import type { FileHome } from "@lilink/contract";
import type { PostingFile } from "@lilink/model/posting";

/** `keeps`: what its program wrote of its maker may still be in it ([PO12]). */
export type StoredFile = PostingFile & { readonly keeps: boolean };

/** Sends a file to where it belongs. Throws what `readPublicError` reads. */
export function uploadFile(home: FileHome, file: File): Promise<StoredFile> {
  return sendFile("/api/files", { kind: home.kind, id: home.publicId }, file);
}

/** Sends one file with some fields to a route of ours, and answers what it answers. */
export async function sendFile<T>(
  path: string,
  fields: Readonly<Record<string, string>>,
  file: File,
): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file);
  const response = await fetch(path, { method: "POST", body: form });
  const answer: unknown = await response.json().catch(() => ({ code: "UNAVAILABLE" }));
  if (!response.ok) throw answer;
  return answer as T;
}

/**
 * Whether a file is kept under another name than it came with; another case or `.jpeg` for `.jpg` is none ([PO9]).
 * @example isRenamed("x.exe", "x.txt") // true
 */
export function isRenamed(given: string, kept: string): boolean {
  const plain = given
    .normalize("NFC")
    .toLowerCase()
    .replace(/\.jpeg$/, ".jpg");
  return plain !== kept.toLowerCase();
}
