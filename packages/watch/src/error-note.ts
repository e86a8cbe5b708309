type ErrorNote = { readonly error: string; readonly at?: string };

/** What a log may say of an error: its kind and place. A message may quote what people wrote, so it stays out. */
export function toErrorNote(error: unknown): ErrorNote {
  if (!(error instanceof Error)) return { error: toCode(error) ?? typeof error };
  const codes: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    codes.push("code" in at && typeof at.code === "string" ? at.code : at.name);
  }
  const place = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  return { error: codes.join(" < "), ...(place === undefined ? {} : { at: place.trim() }) };
}

/** Some throw what only looks like an error: its code, where that is one word. */
function toCode(thrown: unknown): string | undefined {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  const { code, name } = thrown as { readonly code?: unknown; readonly name?: unknown };
  return [code, name].find((word): word is string => typeof word === "string" && /^\w{3,40}$/.test(word));
}
