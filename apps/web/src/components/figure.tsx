import { Stat, Figure as UiFigure } from "@lilink/ui";
import type { ReactNode } from "react";
import { type FigureValue, useFigureText } from "./figure-text.ts";

/** A figure in text or in a cell, in the reader's language. */
export function Figure(figure: FigureValue) {
  return <UiFigure {...useFigureText(figure)} />;
}

/** A figure large, with its name and, below, its age and source. */
export function FigureStat({
  label,
  note,
  ...figure
}: FigureValue & { readonly label: ReactNode; readonly note?: ReactNode }) {
  return <Stat label={label} note={note} {...useFigureText(figure)} />;
}
