import type { FileHome } from "@lilink/contract";
import type { PostingFile } from "@lilink/model/posting";

/** Sends a file to where it belongs. Throws what `readPublicError` reads. */
export async function uploadFile(home: FileHome, file: File): Promise<PostingFile> {
  const form = new FormData();
  form.set("kind", home.kind);
  form.set("id", home.publicId);
  form.set("file", file);
  const response = await fetch("/api/files", { method: "POST", body: form });
  const answer: unknown = await response.json().catch(() => ({ code: "UNAVAILABLE" }));
  if (!response.ok) throw answer;
  return answer as PostingFile;
}
