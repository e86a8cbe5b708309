"use client";
import { type MouseEvent, useState } from "react";
import type { PictureKind } from "./save-drawing.ts";

export type SaveLabels = {
  readonly save: string;
  readonly failed: string;
  /** What the picture must say beside its title, such as that its figures are invented. */
  readonly mark?: string | undefined;
};
const kinds: readonly PictureKind[] = ["svg", "png"];

/** Saves the chart around it as a picture. What makes it is loaded then, and not before. */
export function SaveLinks({ name, labels }: { readonly name: string; readonly labels: SaveLabels }) {
  const [hasFailed, setFailed] = useState(false);
  const save = (kind: PictureKind) => async (event: MouseEvent) => {
    const figure = event.currentTarget.closest("figure");
    if (!figure) return;
    try {
      const { toPicture } = await import("./save-drawing.ts");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await toPicture(figure, kind, labels.mark));
      link.download = `${name}.${kind}`;
      link.click();
      URL.revokeObjectURL(link.href);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <span className="flex gap-3 text-muted">
      <span>{labels.save}</span>
      {kinds.map((kind) => (
        <button key={kind} type="button" className="text-link uppercase" onClick={save(kind)}>
          {kind}
        </button>
      ))}
      {hasFailed ? <span role="status">{labels.failed}</span> : null}
    </span>
  );
}
