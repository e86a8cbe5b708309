"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";

export type SavedTexts = {
  /** Where a text of this meeting lies on this device until it is saved. */
  readonly copyKeyOf: (name: string) => string;
  /** Saves what each text of the page has not saved yet. */
  readonly flushes: Map<string, () => Promise<boolean>>;
};

const Texts = createContext<SavedTexts | null>(null);

export type SavedTextsProviderProps = {
  readonly personId: string;
  readonly meeting: string;
  readonly children: ReactNode;
};

/** Knows all texts of a meeting, so that whoever ends it saves what is not saved yet. */
export function SavedTextsProvider({ personId, meeting, children }: SavedTextsProviderProps) {
  const texts = useMemo<SavedTexts>(
    () => ({ copyKeyOf: (name) => `lilink-meeting:${personId}:${meeting}:${name}`, flushes: new Map() }),
    [personId, meeting],
  );
  return <Texts value={texts}>{children}</Texts>;
}

export function useSavedTexts(): SavedTexts {
  const texts = useContext(Texts);
  if (!texts) throw new Error("the text stands outside its provider");
  return texts;
}
