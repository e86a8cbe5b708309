"use client";

import { createContext, type ReactNode, useContext, useRef } from "react";

/** Notes that stand on the page and are not saved, by the place of their point. */
export type UnsavedNotes = Map<number, string>;

const Unsaved = createContext<UnsavedNotes | null>(null);

/** Keeps what the points of an agenda have not saved, so that whoever ends the meeting saves it too. */
export function UnsavedNotesProvider({ children }: { readonly children: ReactNode }) {
  const notes = useRef<UnsavedNotes>(new Map());
  return <Unsaved value={notes.current}>{children}</Unsaved>;
}

export function useUnsavedNotes(): UnsavedNotes {
  const notes = useContext(Unsaved);
  if (!notes) throw new Error("the agenda stands outside its provider");
  return notes;
}
