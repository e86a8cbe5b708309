export type DiffPart = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Above this many cells the middle is shown as replaced as a whole: a rewrite reads no better in pieces. */
const cellLimit = 4_000_000;

/** Single Han characters, words of other scripts, and everything between them. */
function tokenize(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+|\s+|\p{P}/gu) ?? [];
}

/** Lengths of the longest common subsequences of all suffixes, in one flat table. */
function suffixTable(before: readonly string[], after: readonly string[]): Uint16Array {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      table[i * width + j] = before[i] === after[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : skip;
    }
  }
  return table;
}

function walk(before: readonly string[], after: readonly string[], emit: (part: DiffPart) => void): void {
  if (before.length * after.length > cellLimit) {
    emit({ kind: "removed", text: before.join("") });
    emit({ kind: "added", text: after.join("") });
    return;
  }
  const table = suffixTable(before, after);
  const width = after.length + 1;
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const left = before[i];
    const right = after[j];
    if (left !== undefined && left === right) {
      emit({ kind: "same", text: left });
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      emit({ kind: "removed", text: left });
      i++;
    } else {
      emit({ kind: "added", text: right ?? "" });
      j++;
    }
  }
}

/** The shortest edit between two texts, word by word (character by character in Chinese). */
export function diffText(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [];
  const emit = (part: DiffPart) => {
    const last = parts.at(-1);
    if (part.text === "") return;
    if (last?.kind === part.kind) parts[parts.length - 1] = { kind: part.kind, text: last.text + part.text };
    else parts.push(part);
  };
  walk(tokenize(before), tokenize(after), emit);
  return parts;
}
